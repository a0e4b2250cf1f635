/** The same function, which works out each argument once: faces ask again for every frame. */
export function remembered<A, R>(work: (argument: A) => R): (argument: A) => R {
  const results = new Map<string, { readonly of: R }>();
  return (argument) => {
    const key = JSON.stringify(argument);
    const result = results.get(key) ?? { of: work(argument) };
    results.set(key, result);
    return result.of;
  };
}
