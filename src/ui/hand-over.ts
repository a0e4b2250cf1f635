/**
 * Call this before one of the live faces reads from stdin. Ink lets go of stdin when it ends, so that prompts after it would end
 * the program, and a key that is still on its way would reach the next face: stdin is held, and the event loop turns once.
 */
export async function handOver(stdin: NodeJS.ReadStream): Promise<void> {
  stdin.ref();
  await new Promise((resolve) => setImmediate(resolve));
}
