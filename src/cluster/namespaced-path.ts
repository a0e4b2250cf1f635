/** Where the API server lists objects of a namespace; their plural with its group version, such as `apis/apps/v1/deployments`. */
export function namespacedPath(plural: string, namespace: string): string {
  const at = plural.lastIndexOf('/');
  return `/${plural.slice(0, at)}/namespaces/${encodeURIComponent(namespace)}${plural.slice(at)}`;
}
