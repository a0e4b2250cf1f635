/** So many requests at a time: more did not help on a server that has two cores to itself. */
const atOnce = 16;

/** The results in the order of the items, of which sixteen are worked on at a time. */
export async function inParallel<A, R>(items: readonly A[], work: (item: A) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
