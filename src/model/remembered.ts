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

/** The same function of an object that never changes, which works out each object once and forgets it with the object. */
export function rememberedOf<A extends object, R>(work: (argument: A) => R): (argument: A) => R {
  const results = new WeakMap<A, { readonly of: R }>();
  return (argument) => {
    const result = results.get(argument) ?? { of: work(argument) };
    results.set(argument, result);
    return result.of;
  };
}
