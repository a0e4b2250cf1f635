export type IngressControllerId = 'traefik' | 'haproxytech' | 'ingress-nginx' | 'openshift-router';
