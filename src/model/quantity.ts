/** The suffixes of Kubernetes quantities and what they multiply by (kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity). */
const factors: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

const shape = /^(\d+(?:\.\d+)?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi|)$/;

/** A quantity in base units (cores, bytes), or undefined where the text is none. */
export function quantityOf(said: string): number | undefined {
  const match = shape.exec(said);
  if (!match) return undefined;
  return Number(match[1]) * (factors[match[2] ?? ''] ?? Number.NaN);
}

/** Cores as Kubernetes writes them: whole cores plain, parts in milli-cores. */
export function printCpu(cores: number): string {
  const milli = Math.round(cores * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}

/** Bytes in the largest binary suffix that leaves a whole number. */
export function printBytes(bytes: number): string {
  for (const suffix of ['Pi', 'Ti', 'Gi', 'Mi', 'Ki'] as const) {
    const factor = factors[suffix] ?? 1;
    if (bytes >= factor && bytes % factor === 0) return `${bytes / factor}${suffix}`;
  }
  return String(Math.ceil(bytes));
}
