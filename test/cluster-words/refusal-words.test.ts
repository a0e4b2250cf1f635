import { describe, expect, it } from 'vitest';
import { unknownKindFinding } from '../../src/cluster/refusals/missing-kinds.ts';
import { refusalFinding, refusalFindings } from '../../src/cluster/refusals/refusal-words.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const object = (kind: string, apiVersion = 'apps/v1', name = 'shop-web'): AnyObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace: 'shop',
    labels: {
      'app.kubernetes.io/instance': 'shop-web',
      'app.kubernetes.io/part-of': 'shop',
      'app.kubernetes.io/managed-by': 'create-k8s-app',
    },
  },
});
const podsWith = (resources: object) => ({ spec: { template: { spec: { containers: [{ name: 'web', resources }] } } } });
const resources = { requests: { cpu: '2', memory: '1Gi' }, limits: { cpu: '4', memory: '1Gi' } };
const deployment: AnyObject = { ...object('Deployment'), ...podsWith(resources) };
/** A workload that asks for this. */
const asking = (cpu: string, memory: string, limits: object): AnyObject => ({
  ...object('Deployment'),
  ...podsWith({ requests: { cpu, memory }, limits }),
});
/** What another program made, or somebody by hand, though it is labelled as an application. */
const madeElsewhere = (made: AnyObject): AnyObject => ({
  ...made,
  metadata: {
    name: 'web',
    namespace: 'shop',
    labels: { ...made.metadata?.labels, 'app.kubernetes.io/managed-by': 'Helm' },
  },
});
const foreign = madeElsewhere(deployment);
const causes = (...list: readonly object[]) => ({ causes: list });

interface Case {
  readonly of?: AnyObject;
  readonly status?: number;
  readonly message: string;
  readonly details?: unknown;
  readonly check: string;
  readonly says: string;
  readonly fix: string;
  readonly where?: string;
}

const anAdministrator = (least: string) =>
  `Less would not fit either: an administrator has to raise the quota q to at least ${least}, or something else in the namespace has to go.`;
const orAnAdministrator = (least: string) => `Or ask an administrator to raise the quota q to at least ${least}.`;
const adminFirst = 'Have an administrator apply the folder admin/ once; then apply only the rest.';
const added = (flags: string) => `${flags}, added to the create-k8s-app command in README.md`;
const answered = (question: string, value: string) => added(`--web.${question} ${value}`);
const ofApplication = (question: string, value: string) => added(`--${question} ${value}`);

/** Messages as an API server, an OpenShift or a webhook writes them. */
const cases: Readonly<Record<string, Case>> = {
  'a right that is missing in a namespace': {
    message:
      'deployments.apps "shop-web" is forbidden: User "ana" cannot patch resource "deployments" in API group "apps" in the namespace "shop"',
    check: 'not-allowed',
    says: 'The user ana may not change deployments.apps in the namespace shop.',
    fix: 'Ask an administrator for a role in that namespace that allows it, such as “edit”, or choose another context.',
  },
  'a right that is missing in the cluster': {
    of: object('Namespace', 'v1', 'shop'),
    message: 'namespaces "shop" is forbidden: User "ana" cannot create resource "namespaces" in API group "" at the cluster scope',
    check: 'not-allowed',
    says: 'The user ana may not create namespaces in this cluster.',
    fix: adminFirst,
  },
  'rights that nobody has to give': {
    of: object('Role', 'rbac.authorization.k8s.io/v1'),
    message:
      'roles "x" is forbidden: user "ana" (groups=["a"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""]}',
    check: 'not-allowed',
    says: 'Nobody may give away rights that they do not have themselves.',
    fix: adminFirst,
  },
  'a quota that is used up, of something that has an answer': {
    message:
      'pods "shop-web-x" is forbidden: exceeded quota: q, requested: limits.memory=1Gi,requests.cpu=2, used: limits.memory=0,requests.cpu=200m, limited: limits.memory=1Gi,requests.cpu=500m',
    check: 'quota-exceeded',
    says: 'The namespace shop has 300m CPU left (quota q), and this needs 2 CPU.',
    fix: `Ask for less: ${answered('cpu', '300m')}; then apply it. ${orAnAdministrator('requests.cpu: 2200m')}`,
  },
  'a quota that is used up, of objects': {
    of: object('Service', 'v1'),
    message: 'services "shop-web" is forbidden: exceeded quota: q, requested: services=1, used: services=5, limited: services=5',
    check: 'quota-exceeded',
    says: 'The namespace shop has 0 Services left (quota q), and this needs 1 Service.',
    fix: anAdministrator('services: 6'),
  },
  'a quota that leaves less than any program needs': {
    message:
      'pods "shop-web-x" is forbidden: exceeded quota: q, requested: requests.cpu=2,requests.memory=1Gi, used: requests.cpu=490m,requests.memory=0, limited: requests.cpu=500m,requests.memory=1Gi',
    check: 'quota-exceeded',
    says: 'The namespace shop has 10m CPU left (quota q), and this needs 2 CPU.',
    fix: anAdministrator('requests.cpu: 2490m'),
  },
  'a quota that leaves less than the limit, and than what is reserved': {
    message: 'pods "x" is forbidden: exceeded quota: q, requested: limits.memory=1Gi, used: limits.memory=0, limited: limits.memory=512Mi',
    check: 'quota-exceeded',
    says: 'The namespace shop has 512Mi of memory limits left (quota q), and this needs 1Gi of memory limits.',
    fix: `Ask for less: ${added('--web.memory-limit 512Mi --web.memory 512Mi')}; then apply it. ${orAnAdministrator('limits.memory: 1Gi')}`,
  },
  'a quota that is used up by what was made elsewhere': {
    of: foreign,
    message: 'pods "x" is forbidden: exceeded quota: q, requested: requests.cpu=2, used: requests.cpu=200m, limited: requests.cpu=500m',
    check: 'quota-exceeded',
    says: 'The namespace shop has 300m CPU left (quota q), and this needs 2 CPU.',
    fix: `Ask for less: resources.requests.cpu: 300m in Deployment web; then apply it. ${orAnAdministrator('requests.cpu: 2200m')}`,
  },
  'a disk that is larger than what is left': {
    of: { ...object('PersistentVolumeClaim', 'v1'), spec: { resources: { requests: { storage: '2Gi' } } } },
    message:
      'persistentvolumeclaims "p" is forbidden: exceeded quota: q, requested: requests.storage=2Gi, used: requests.storage=0, limited: requests.storage=1Gi',
    check: 'quota-exceeded',
    says: 'The namespace shop has 1Gi of storage left (quota q), and this needs 2Gi of storage.',
    fix: `Ask for less: ${answered('storage-size', '1Gi')}; then apply it. ${orAnAdministrator('requests.storage: 2Gi')}`,
  },
  'what a quota counts and nobody sets': {
    message: 'pods "x" is forbidden: failed quota: q: must specify limits.memory for: web; requests.cpu for: web',
    check: 'quota-refuses',
    says: 'The quota q counts limits.memory and requests.cpu, which a container does not say: its pods are refused.',
    fix: 'Set limits.memory and requests.cpu in the container’s resources, or add a LimitRange with defaults to the namespace.',
  },
  'the same as older servers write it': {
    message: 'pods "x" is forbidden: failed quota: q: must specify limits.memory,requests.cpu',
    check: 'quota-refuses',
    says: 'The quota q counts limits.memory and requests.cpu, which a container does not say: its pods are refused.',
    fix: 'Set limits.memory and requests.cpu in the container’s resources, or add a LimitRange with defaults to the namespace.',
  },
  'a CPU limit that a quota counts and the answers left out': {
    message: 'pods "x" is forbidden: failed quota: q: must specify limits.cpu for: web',
    check: 'quota-refuses',
    says: 'The quota q counts limits.cpu, which a container does not say: its pods are refused.',
    fix: `Say it: ${answered('cpu-limit', '2')}; then apply it. Or add a LimitRange with defaults to the namespace.`,
  },
  'more than a LimitRange allows': {
    of: asking('1', '1Gi', { memory: '100Gi' }),
    message: 'pods "x" is forbidden: maximum memory usage per Container is 8Gi, but limit is 100Gi',
    check: 'limit-range',
    says: 'In the namespace shop (LimitRange), a container must have at most 8Gi of memory, and here the limit is 100Gi.',
    fix: `Keep to it: ${added('--web.memory 1Gi --web.memory-limit 8Gi')}; then apply it. Or ask an administrator to change the LimitRange.`,
  },
  'less than a LimitRange allows, and more than its ratio, with one value for each answer': {
    of: asking('1m', '1Gi', { cpu: '1', memory: '1Gi' }),
    message:
      'pods "x" is forbidden: [minimum cpu usage per Container is 10m, but request is 1m, cpu max limit to request ratio per Container is 4, but provided ratio is 1000.000000]',
    check: 'limit-range',
    says: 'In the namespace shop (LimitRange), a container must have at least 10m CPU, and here the request is 1m; the CPU limit of a container may be at most 4 times its request, and here it is 1000 times as much.',
    fix: `Keep to it: ${added('--web.cpu 250m --web.cpu-limit 1')}; then apply it. Or ask an administrator to change the LimitRange.`,
  },
  'no limit where there must be one': {
    of: madeElsewhere(asking('100m', '1Gi', {})),
    message: 'pods "x" is forbidden: maximum cpu usage per Container is 1.  No limit is specified',
    check: 'limit-range',
    says: 'In the namespace shop (LimitRange), a container must have at most 1 CPU, and here there is no limit.',
    fix: 'Keep to it in the resources, or ask an administrator to change the LimitRange.',
  },
  'a ratio that a LimitRange does not allow': {
    of: madeElsewhere(asking('100m', '1Gi', { cpu: '1' })),
    message: 'pods "x" is forbidden: cpu max limit to request ratio per Container is 4, but provided ratio is 10.000000',
    check: 'limit-range',
    says: 'In the namespace shop (LimitRange), the CPU limit of a container may be at most 4 times its request, and here it is 10 times as much.',
    fix: 'Keep to it: resources.requests.cpu: 250m and resources.limits.cpu: 1 in Deployment web; then apply it. Or ask an administrator to change the LimitRange.',
  },
  'what Pod Security refuses': {
    message:
      'pods "x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"]; container "web" must not include "NET_ADMIN" in securityContext.capabilities.add), runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)',
    check: 'pod-security',
    says: 'The namespace shop enforces Pod Security “restricted” and refuses these pods: allowPrivilegeEscalation != false, unrestricted capabilities, and runAsNonRoot != true.',
    fix: `Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: ${ofApplication('pod-security', 'baseline')}.`,
  },
  'what Pod Security refuses of what was made elsewhere': {
    of: foreign,
    message: 'pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "web" must set it)',
    check: 'pod-security',
    says: 'The namespace shop enforces Pod Security “restricted” and refuses these pods: runAsNonRoot != true.',
    fix: 'Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: kubectl label namespace shop pod-security.kubernetes.io/enforce=baseline --overwrite.',
  },
  'numbers of users that OpenShift gives out itself': {
    message:
      'pods "x" is forbidden: unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount, provider restricted-v2: .containers[0].runAsUser: Invalid value: 10001: must be in the ranges: [1000660000, 1000669999]]',
    check: 'security-context-constraint',
    says: 'OpenShift refuses these pods: none of the security context constraints (SCC) that they may use lets them in.',
    fix: `Leave the numbers of users and groups to OpenShift, which gives each namespace its own: ${ofApplication('platform', 'openshift')}.`,
  },
  'what else OpenShift refuses': {
    message:
      'pods "x" is forbidden: unable to validate against any security context constraint: [provider restricted-v2: .spec.hostNetwork: Invalid value: true: Host network is not allowed to be used]',
    check: 'security-context-constraint',
    says: 'OpenShift refuses these pods: none of the security context constraints (SCC) that they may use lets them in.',
    fix: 'Do without what the words of the server name, or ask an administrator to allow a wider SCC for its service account.',
  },
  'a priority that is not there': {
    message: 'pods "x" is forbidden: no PriorityClass with name gold was found',
    check: 'class-missing',
    says: 'The cluster has no PriorityClass called “gold”.',
    fix: 'Leave it out, or ask an administrator to create it.',
  },
  'a namespace that is being deleted': {
    message: 'deployments.apps "shop-web" is forbidden: unable to create new content in namespace shop because it is being terminated',
    details: causes({ reason: 'NamespaceTerminating', message: 'namespace shop is being terminated', field: 'metadata.namespace' }),
    check: 'namespace-terminating',
    says: 'The namespace shop is being deleted, and takes nothing new.',
    fix: 'Wait until it is gone, and apply again. If it does not go, the conditions in its status tell what holds it back.',
    where: 'Namespace shop',
  },
  'a namespace that is not there': {
    status: 404,
    message: 'namespaces "shop" not found',
    check: 'namespace-missing',
    says: 'There is no namespace shop in this cluster.',
    fix: 'Have an administrator apply the folder admin/ first, or let this program write it: --create-namespace, added to the create-k8s-app command in README.md.',
    where: 'Namespace shop',
  },
  'a namespace that is not there, of what was made elsewhere': {
    of: foreign,
    status: 404,
    message: 'namespaces "shop" not found',
    check: 'namespace-missing',
    says: 'There is no namespace shop in this cluster.',
    fix: 'Create it, or ask an administrator to do so: kubectl create namespace shop',
    where: 'Namespace shop',
  },
  'a webhook that says no': {
    status: 400,
    message: 'admission webhook "validate.example.com" denied the request: images must come from our registry',
    check: 'admission-denied',
    says: 'A rule of this cluster does not allow it (validate.example.com).',
    fix: 'The words of the rule tell what has to change; whoever runs the cluster made it.',
  },
  'a policy that says no': {
    status: 422,
    message: `deployments.apps "shop-web" is forbidden: ValidatingAdmissionPolicy 'replicas' with binding 'all' denied request: at most 5`,
    check: 'admission-denied',
    says: 'A rule of this cluster does not allow it (replicas).',
    fix: 'The words of the rule tell what has to change; whoever runs the cluster made it.',
  },
  'a webhook that does not answer': {
    status: 500,
    message:
      'Internal error occurred: failed calling webhook "webhook.cert-manager.io": failed to call webhook: Post "https://x.svc:443/validate": dial tcp 10.0.0.1:443: connect: connection refused',
    check: 'webhook-unreachable',
    says: 'The cluster asks the webhook webhook.cert-manager.io about such objects, and it does not answer.',
    fix: 'Try again in a minute. If it stays so, tell whoever runs the cluster: the pods behind that webhook are not running.',
  },
  'a field that somebody else has set': {
    status: 409,
    message: 'Apply failed with 2 conflicts: conflicts with "somebody" using apps/v1:\n- .spec.replicas',
    details: causes(
      { reason: 'FieldManagerConflict', message: 'conflict with "somebody" using apps/v1', field: '.spec.replicas' },
      {
        reason: 'FieldManagerConflict',
        message: 'conflict with "somebody" using apps/v1',
        field: '.spec.template.spec.containers[name="web"].ports[containerPort=80,protocol="TCP"].name',
      },
    ),
    check: 'field-conflict',
    says: 'Other values were set by somebody in spec.replicas and spec.template.spec.containers[web].ports[80/TCP].name, and they are not overwritten.',
    fix: 'Take those values over into your answers, or apply with --force-conflicts, which overwrites them.',
  },
  'a change at the same time': {
    status: 409,
    message: 'Operation cannot be fulfilled on deployments.apps "shop-web": the object has been modified',
    check: 'changed-meanwhile',
    says: 'Somebody else changed or deleted it at the same time.',
    fix: 'Apply again.',
  },
  'the disks of a StatefulSet': {
    of: object('StatefulSet'),
    status: 422,
    message:
      "StatefulSet.apps \"db\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    check: 'immutable',
    says: 'A StatefulSet that exists cannot change its disks, its selector or the name of its Service.',
    fix: 'Go back to what it was. For bigger disks, enlarge each PersistentVolumeClaim, delete the StatefulSet with --cascade=orphan, which keeps pods and disks, and apply again.',
  },
  'the disks of a StatefulSet, as Kubernetes 1.37 says it': {
    of: object('StatefulSet'),
    status: 422,
    message:
      'StatefulSet.apps "db" is invalid: spec.volumeClaimTemplates: Invalid value: [{"metadata":{"name":"data"}}]: field is immutable',
    check: 'immutable',
    says: 'A StatefulSet that exists cannot change its disks, its selector or the name of its Service.',
    fix: 'Go back to what it was. For bigger disks, enlarge each PersistentVolumeClaim, delete the StatefulSet with --cascade=orphan, which keeps pods and disks, and apply again.',
  },
  'the labels of a Deployment': {
    status: 422,
    message: 'Deployment.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"other"}}: field is immutable',
    check: 'immutable',
    says: 'A workload that exists cannot change the labels by which it finds its pods.',
    fix: 'Go back to its former name and labels. Or delete it and apply again; its pods are replaced at once: kubectl delete deployment/shop-web --namespace shop',
  },
  'the address of a Service': {
    of: object('Service', 'v1'),
    status: 422,
    message: 'Service "s" is invalid: spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set',
    check: 'immutable',
    says: 'A Service that exists cannot change its address, nor become headless or stop being so.',
    fix: 'Delete the Service and apply again; nobody reaches its pods in between: kubectl delete service/shop-web --namespace shop',
  },
  'what a Job runs': {
    of: object('Job', 'batch/v1'),
    status: 422,
    message: 'Job.batch "j" is invalid: spec.template: Invalid value: {"Spec":{"Volumes":null}}: field is immutable',
    check: 'immutable',
    says: 'A Job that exists cannot change what it runs.',
    fix: 'Delete the Job and apply again; it then runs once more: kubectl delete job/shop-web --namespace shop',
  },
  'a smaller disk': {
    of: object('PersistentVolumeClaim', 'v1'),
    status: 422,
    message: 'PersistentVolumeClaim "p" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity',
    check: 'immutable',
    says: 'A disk cannot be made smaller.',
    fix: `Go back to the former size: ${answered('storage-size', 'SIZE')}.`,
  },
  'another class of a disk': {
    of: object('PersistentVolumeClaim', 'v1'),
    status: 422,
    message:
      'PersistentVolumeClaim "p" is invalid: spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    check: 'immutable',
    says: 'Of a volume claim that exists only the size can be changed, and only upwards.',
    fix: 'Go back to the access mode and the storage class that it has, or claim a new disk by another name and copy the data.',
  },
  'a disk that cannot grow': {
    of: object('PersistentVolumeClaim', 'v1'),
    status: 403,
    message:
      'persistentvolumeclaims "p" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
    check: 'immutable',
    says: 'The storage class of this disk does not let it grow.',
    fix: `Go back to the former size: ${answered('storage-size', 'SIZE')}. Or ask an administrator for a class with allowVolumeExpansion.`,
  },
  'whom a binding binds': {
    of: object('RoleBinding', 'rbac.authorization.k8s.io/v1'),
    status: 422,
    message: 'RoleBinding.rbac.authorization.k8s.io "rb" is invalid: roleRef: Invalid value: {"Name":"b"}: cannot change roleRef',
    details: causes({ reason: 'FieldValueInvalid', message: 'Invalid value: {"Name":"b"}: cannot change roleRef', field: 'roleRef' }),
    check: 'immutable',
    says: 'The field roleRef cannot be changed in a RoleBinding that exists.',
    fix: 'Go back to what it was, or delete it and apply again: kubectl delete rolebinding/shop-web --namespace shop',
  },
  'settings that were made unchangeable': {
    of: object('ConfigMap', 'v1'),
    status: 422,
    message: 'ConfigMap "cm" is invalid: data: Forbidden: field is immutable when `immutable` is set',
    check: 'immutable',
    says: 'The field data cannot be changed in a ConfigMap that exists.',
    fix: 'Go back to what it was, or delete it and apply again: kubectl delete configmap/shop-web --namespace shop',
  },
  'a field that server-side apply does not know': {
    status: 500,
    message:
      'failed to create typed patch object (shop/shop-web; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="web"].imagee: field not declared in schema',
    check: 'unknown-field',
    says: 'A Deployment has no field spec.template.spec.containers[web].imagee in this cluster.',
    fix: `Look for a typing mistake. If imagee is right, the cluster is too old for it; “kubectl version” shows its version: ${ofApplication('platform-version', 'VERSION')}.`,
  },
  'a field that strict decoding does not know': {
    status: 400,
    message:
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.template.spec.hostUserz"',
    check: 'unknown-field',
    says: 'A Deployment has no field spec.template.spec.hostUserz in this cluster.',
    fix: `Look for a typing mistake. If hostUserz is right, the cluster is too old for it; “kubectl version” shows its version: ${ofApplication('platform-version', 'VERSION')}.`,
  },
  'a field that is there twice': {
    status: 400,
    message: 'strict decoding error: duplicate field "spec.replicas"',
    check: 'field-twice',
    says: 'The field spec.replicas is there twice.',
    fix: 'Keep only one of them.',
  },
  'a text that YAML takes for a yes': {
    of: object('ConfigMap', 'v1'),
    status: 500,
    message:
      'failed to create typed patch object (a/b; /v1, Kind=ConfigMap): .data.a: expected string, got &value.valueUnstructured{Value:true}',
    check: 'wrong-type',
    says: 'The value of data.a is of the wrong type.',
    fix: 'A text that YAML takes for a number or a yes needs quotes; a number must have none.',
  },
  'a quantity that is none': {
    status: 500,
    message:
      "failed to convert new object (a/b; apps/v1, Kind=Deployment) to proper version: unable to convert unstructured object to apps/v1, Kind=Deployment: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    check: 'wrong-type',
    says: 'One of its values is of the wrong type.',
    fix: 'A text that YAML takes for a number or a yes needs quotes; a number must have none.',
  },
  'settings that are too large': {
    of: object('ConfigMap', 'v1'),
    status: 413,
    message: 'Request entity too large: limit is 3145728',
    check: 'too-large',
    says: 'It is larger than a cluster keeps: 1 MiB at most.',
    fix: 'Put large files into the image or onto a disk instead of into the settings.',
  },
  'what is too large for etcd': {
    status: 500,
    message: 'etcdserver: request is too large',
    check: 'too-large',
    says: 'It is larger than a cluster keeps: 1 MiB at most.',
    fix: 'Put large files into the image or onto a disk instead of into the settings.',
  },
  'more than its own limit': {
    of: asking('1', '2Gi', { memory: '1Gi' }),
    status: 422,
    message:
      'Pod "x" is invalid: spec.containers[0].resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi',
    details: causes({ reason: 'FieldValueInvalid', message: 'x', field: 'spec.containers[0].resources.requests' }),
    check: 'above-limit',
    says: 'The container web requests 2Gi of memory, more than its limit of 1Gi.',
    fix: `Ask for less, or allow more: ${added('--web.memory 1Gi or --web.memory-limit 2Gi')}.`,
  },
  'more than the limit that the namespace gives': {
    of: madeElsewhere(asking('2', '1Gi', {})),
    status: 422,
    message:
      'Pod "x" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 500m',
    check: 'above-limit',
    says: 'The container web requests 2 CPU, more than its limit of 500m.',
    fix: 'Ask for less, or allow more: resources.requests.cpu: 500m or resources.limits.cpu: 2 for the container web in Deployment web. It says no limit of its own, so the LimitRange of the namespace gives it one.',
  },
  'a value that has an answer': {
    status: 422,
    message:
      'Deployment.apps "w3" is invalid: spec.template.spec.containers[0].ports[0].containerPort: Invalid value: 99999: must be between 1 and 65535, inclusive',
    details: causes({
      reason: 'FieldValueInvalid',
      message: 'Invalid value: 99999: must be between 1 and 65535, inclusive',
      field: 'spec.template.spec.containers[0].ports[0].containerPort',
    }),
    check: 'invalid-value',
    says: 'The API server does not accept spec.template.spec.containers[0].ports[0].containerPort.',
    fix: `Its own words tell what it expects there: ${answered('port', 'VALUE')}.`,
  },
  'a value that has none': {
    of: foreign,
    status: 422,
    message: 'Deployment.apps "W_5" is invalid: metadata.name: Invalid value: "W_5": a lowercase RFC 1123 subdomain',
    details: causes({ reason: 'FieldValueInvalid', message: 'Invalid value: "W_5"', field: 'metadata.name' }),
    check: 'invalid-value',
    says: 'The API server does not accept metadata.name.',
    fix: 'Its own words tell what it expects there.',
  },
  'a login that has expired': {
    status: 401,
    message: 'Unauthorized',
    check: 'not-logged-in',
    says: 'The API server does not know you any more: the login has expired.',
    fix: 'Log in again, for example with oc login, and apply again.',
  },
  'a server with trouble of its own': {
    status: 500,
    message: 'etcdserver: request timed out',
    check: 'server-busy',
    says: 'The API server could not deal with shop-web (HTTP 500).',
    fix: 'Wait a minute and apply again: to repeat it is safe.',
  },
  'anything else': {
    status: 418,
    message: 'I am a teapot',
    check: 'refused',
    says: 'The API server refuses it (HTTP 418).',
    fix: 'Its own words tell why; whoever runs the cluster can help with them.',
  },
};

describe('a refusal in words', () => {
  it.each(Object.entries(cases))('%s', (_, { of = deployment, status = 403, message, details, check, says, fix, where }) => {
    const finding = refusalFinding({ object: of, status, message, details });
    expect({ ...finding, says: finding.says.en, fix: finding.fix.en }).toEqual({
      check,
      severity: 'error',
      says,
      fix,
      where: where ?? `${of.kind} ${of.metadata?.name}`,
      quote: message,
    });
    expect(finding.says.es).not.toBe(finding.says.en);
    expect(finding.fix.es).not.toBe(finding.fix.en);
  });

  it('is no error where a webhook cannot be asked beforehand', () => {
    const { severity, says } = refusalFinding({
      object: deployment,
      status: 400,
      message: 'admission webhook "a.example.com" does not support dry run',
    });
    expect([severity, says.en]).toEqual([
      'warning',
      'Nobody knows beforehand whether the webhook a.example.com of this cluster allows it.',
    ]);
  });

  it('never repeats a value of a Secret', () => {
    const secret = { ...object('Secret', 'v1'), stringData: { a: 123456, b: 'hunter"2', c: ['in-a-list'] }, immutable: 'not-a-boolean' };
    const messages = [
      'failed to create typed patch object (a/b; /v1, Kind=Secret): .stringData.a: expected string, got &value.valueUnstructured{Value:123456}',
      'Secret "b" is invalid: data[b]: Invalid value: "hunter\\"2": no',
      'failed to create typed patch object: .stringData: expected map, got &{[in-a-list]}',
      'failed to create typed patch object: .immutable: expected boolean, got not-a-boolean',
    ];
    const told = messages.map((message) => JSON.stringify(refusalFinding({ object: secret, status: 422, message })));
    for (const each of told) expect(each).not.toMatch(/123456|hunter|in-a-list|not-a-boolean/);
  });
});

describe('a kind that the cluster does not know', () => {
  const kinds: Readonly<Record<string, readonly [AnyObject, string]>> = {
    Route: [object('Route', 'route.openshift.io/v1'), `This cluster is not OpenShift: ${ofApplication('platform', 'kubernetes')}.`],
    Certificate: [object('Certificate', 'cert-manager.io/v1'), 'Have an administrator install cert-manager, or do without.'],
    HTTPRoute: [
      object('HTTPRoute', 'gateway.networking.k8s.io/v1'),
      `Have an administrator install the Gateway API, or come in by an Ingress: ${answered('entrance', 'ingress')}.`,
    ],
    Middleware: [
      object('Middleware', 'traefik.io/v1alpha1'),
      `Name the Ingress controller that the cluster has: ${answered('ingress-controller', 'haproxytech or ingress-nginx')}. Or have an administrator install Traefik.`,
    ],
    Deployment: [
      object('Deployment', 'apps/v1beta1'),
      `The cluster is too old or too new for it; “kubectl version” shows its version: ${ofApplication('platform-version', 'VERSION')}.`,
    ],
    Widget: [object('Widget', 'example.com/v1'), 'Have an administrator install the operator that brings its CustomResourceDefinition.'],
  };

  it.each(Object.entries(kinds))('%s', (kind, [unknown, fix]) => {
    const finding = unknownKindFinding(unknown);
    expect(finding.says.en).toBe(`This cluster does not know the kind ${kind} (${unknown.apiVersion}).`);
    expect(finding.fix.en).toBe(fix);
    expect(finding.fix.es).not.toBe(fix);
  });

  it.each(['Route', 'Deployment'])('%s, made elsewhere', (kind) => {
    const [unknown] = kinds[kind] ?? [];
    expect(unknown && unknownKindFinding(madeElsewhere(unknown)).fix.en).not.toMatch(/--|create-k8s-app|admin\//);
  });
});

describe('of what was made elsewhere', () => {
  it.each(Object.entries(cases))(
    'no answer, no flag of another command and no folder of this program is named: %s',
    (_, { of = deployment, status = 403, message, details }) => {
      const { fix } = refusalFinding({ object: madeElsewhere(of), status, message, details });
      for (const said of [fix.en, fix.es]) expect(said).not.toMatch(/create-k8s-app|admin\/|--(web\.|platform|create-)/);
    },
  );
});

describe('a field that a server does not know', () => {
  it('is told with the one that was meant', () => {
    const message = 'failed to create typed patch object (shop/web; apps/v1, Kind=Deployment): .spec.replica: field not declared in schema';
    const refused = { object: foreign, outcome: 'refused' as const, status: 500, message, known: ['replicas', 'selector', 'template'] };
    expect(refusalFindings([refused])[0]?.fix).toEqual({
      en: 'Did you mean replicas? If replica is right, this version of the cluster does not have it yet.',
      es: '¿Querías decir replicas? Si replica está bien escrito, esta versión del clúster todavía no lo tiene.',
    });
  });
});
