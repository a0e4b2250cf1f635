/** A word of the field, and how it is said. `en` and `es` are patterns: where the English half says one, the Spanish half says the other. */
export interface Term {
  readonly en: string;
  readonly es: string;
  /** What it is never called, in either language. */
  readonly never?: string;
}

export const terms: readonly Term[] = [
  // The objects of Kubernetes.
  { en: 'clusters?', es: 'clúster(es)?', never: 'cluster de|racimos?' },
  { en: 'namespaces?', es: 'espacios? (de nombres|nuevo)', never: 'espacios? de nombre|name spaces?' },
  { en: 'pod templates?', es: 'plantillas? de pod', never: 'plantillas? del? pods' },
  {
    en: 'volume claims?',
    es: 'petici(ón|ones) de volumen',
    never: 'reclamaci(ón|ones) de volumen|plantillas? de peticiones(?! de volumen)',
  },
  { en: 'storage class(es)?', es: 'clases? de (almacenamiento|disco)' },
  { en: 'replicas?', es: 'réplicas?' },
  { en: 'workloads?', es: 'cargas? de trabajo' },
  { en: 'quotas?', es: 'cuotas?' },
  { en: 'rollout|rolled out', es: 'despliegue|despliega', never: 'roll-out' },
  { en: 'headless', es: 'headless', never: 'sin cabeza' },
  { en: 'load balancers?', es: 'balanceador(es)?', never: 'equilibrador' },
  { en: 'node ports?', es: 'puertos? de nodo', never: 'puertos? del nodo' },
  { en: 'reverse prox(y|ies)', es: 'proxy inverso', never: 'proxy reverso' },
  { en: 'routers?', es: 'router', never: 'enrutador|encaminador|rúter' },
  { en: 'ingress controllers?', es: 'controlador(es)? de Ingress', never: 'controlador(es)? de entrada' },
  { en: 'autoscalers?', es: 'autoescalador', never: 'escalador automático|escalado automático' },
  { en: 'probes?', es: 'sondas?', never: 'pruebas? de vida' },
  { en: 'hooks?', es: 'hooks?', never: 'ganchos?' },
  { en: 'brokers?', es: 'bróker(es)?', never: 'agente de mensajes|brókers' },
  { en: 'network plugin', es: 'plugin de red', never: 'complemento de red' },
  { en: 'digest', es: 'digest', never: 'resumen \\(digest\\)' },
  { en: 'image registry', es: 'registro de (su |la )?im[aá]gen(es)?' },
  { en: 'logs?(?! in)', es: 'logs?', never: 'bitácora|recolector de registros' },
  { en: 'token', es: 'token', never: 'llave (de|del|para)' },

  // The machine, and this program.
  { en: 'files?', es: 'archivos?', never: 'ficheros?' },
  { en: 'folders?', es: 'carpetas?' },
  { en: 'commands?', es: 'comandos?', never: 'órdenes|la orden|una orden|sola orden' },
  { en: 'flags?', es: 'opci(ón|ones)', never: 'banderas?|interruptor|conmutador' },
  { en: 'presets?', es: 'plantillas?', never: 'preajustes?|predefinidos?' },
  { en: 'reviews?', es: 'repasos?', never: 'la revisión' },
  { en: 'suggest(ed|ions?|s)', es: 'propuest[ao]s?|propone', never: 'sugerid[ao]s?|sugerencias?|sugiere' },
  { en: 'decisions?', es: 'decisi(ón|ones)' },
  { en: 'manifests?', es: 'manifiestos?' },
  { en: 'answers file', es: 'archivo de respuestas' },
  { en: 'components?', es: 'componentes?' },
  { en: 'certificates?', es: 'certificados?' },
  { en: 'symbolic link', es: 'enlace simbólico' },
  { en: 'standard (input|output)', es: '(entrada|salida) estándar' },
  { en: 'host names?', es: 'nombre de host' },

  // Words that nobody says any more, or that were translated word by word.
  { en: 'forever', es: 'para siempre|colgado', never: 'for ever' },
  { en: 'issued for', es: 'emitido para', never: 'made out to|a nombre de tu' },
  { en: 'suits?', es: 'sirven?', never: '\\bIt fits|\\bencaja' },
  { en: 'reserved', es: 'reserva(do|n)?', never: 'set aside|apartad[ao] para' },
];

/** Kinds that are names: they are written as the API writes them, in both languages. */
export const kinds: readonly string[] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'ReplicaSet',
  'ConfigMap',
  'ServiceAccount',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'HorizontalPodAutoscaler',
  'PersistentVolumeClaim',
  'Ingress',
  'NodePort',
];
