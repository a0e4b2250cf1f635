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
  { en: 'presets?', es: 'plantillas?', never: 'preajustes?|predefinidos?|starter|blueprint' },
  { en: 'reviews?', es: 'repasos?', never: 'la revisión|summary|recapitulación' },
  {
    en: 'suggest(ed|ions?|s)',
    es: 'propuest[ao]s?|propone',
    never: 'sugerid[ao]s?|sugerencias?|sugiere|recommend(ed|ation|ations)?|recomendad[ao]s?',
  },
  { en: 'decisions?', es: 'decisi(ón|ones)' },
  { en: 'manifests?', es: 'manifiestos?' },
  { en: 'answers file', es: 'archivo de respuestas' },
  { en: 'components?', es: 'componentes?' },
  { en: 'certificates?', es: 'certificados?' },
  { en: 'symbolic link', es: 'enlace simbólico' },
  { en: 'standard (input|output)', es: '(entrada|salida) estándar' },

  // What the wizard asks for, and what it shows.
  { en: '(?<!… )questions?', es: 'preguntas?', never: 'cuestión|cuestiones' },
  { en: 'answers?', es: 'respuestas?|respond\\p{L}*|contesta', never: 'contestación' },
  { en: 'choices?', es: 'opci(ón|ones)|elecci(ón|ones)', never: 'alternativas?' },
  { en: 'choose|chose', es: 'eli[jg]\\p{L}*|eleg\\p{L}*|escog\\p{L}*', never: 'selecciona(do|r)?(?! un pod)' },
  { en: 'interview', es: 'entrevista', never: 'asistente|cuestionario|questionnaire' },
  { en: 'reason|reasons', es: 'motivos?', never: 'razones|razón' },
  { en: 'rules?(?! out)', es: 'reglas?|normas?' },
  { en: 'settings?', es: 'ajustes?|configura\\p{L}*' },
  { en: 'callers?', es: 'llam\\p{L}*', never: 'llamantes?|invocador' },
  { en: 'way in', es: 'entrada|por dónde', never: 'vía de acceso' },
  { en: 'address(es)?', es: 'direcci(ón|ones)' },
  { en: 'host names?', es: 'nombres? de host', never: 'nombres? de (anfitrión|máquina)' },
  { en: 'paths?', es: 'rutas?|camino' },
  { en: 'ports?', es: 'puertos?' },
  { en: 'redirect(s|ed|ing|ion)?(?! in a Route)', es: 'redirig\\p{L}*|redirecci(ón|ones)', never: 'redireccion(ar|a|ado|ada)' },
  { en: 'encrypt(s|ed|ing|ion)?', es: 'cifr\\p{L}*', never: 'encript\\p{L}*|criptad[ao]s?' },
  { en: 'unencrypted|not encrypted', es: 'sin cifrar|no (se )?cifra', never: 'descifrad[ao]s?' },
  { en: 'keys?', es: 'claves?|teclas?' },
  { en: 'passwords?(?!=)', es: 'contraseñas?', never: 'clave de acceso|passphrase' },
  { en: 'secrets?', es: 'secret[oa]s?|Secrets?' },
  { en: 'disks?', es: 'discos?' },
  { en: 'volumes?', es: 'vol[uú]men(es)?' },
  { en: 'nodes?', es: 'nodos?|Node', never: 'máquinas? de trabajo' },
  { en: 'containers?', es: 'contenedor(es)?' },
  { en: 'images?', es: 'im[aá]gen(es)?' },
  { en: 'labels?', es: 'etiquetas?' },
  { en: 'schedules?', es: 'horarios?', never: 'planificación|programación horaria' },
  { en: 'time zones?', es: 'zonas? horarias?', never: 'husos? horarios?' },
  { en: 'checks?(?! out)(?! -)', es: 'comprob\\p{L}*|comprueb\\p{L}*', never: 'chequeos?|chequear|verifica(r|ción)?' },
  { en: 'readiness', es: 'readiness', never: 'preparación|disponibilidad del pod' },
  { en: 'limits?', es: 'l[ií]mites?|limit\\p{L}*' },
  { en: '(CPU|memory|resource) requests?', es: 'petici(ón|ones)|pedida', never: 'solicitud(es)?' },
  { en: 'isolated', es: 'aislad[ao]s?' },
  { en: 'polic(y|ies)', es: 'políticas?|otra' },
  { en: 'deprecated', es: 'obsolet[ao]s?', never: 'deprecad[ao]s?' },
  { en: 'appl(y|ies|ied)(?! when)', es: 'apl[ií]\\p{L}*|val(e|en)|lleva|efecto|hagan? falta|según' },

  // Words that nobody says any more, or that were translated word by word.
  { en: 'forever', es: 'para siempre|colgado', never: 'for ever' },
  { en: 'issued for', es: 'emitido para', never: 'made out to|a nombre de tu' },
  { en: 'compared with', es: 'frente a', never: 'en comparación con' },
  { en: 'suits?', es: 'sirven?', never: '\\bIt fits|\\bencaja' },
  { en: 'reserved', es: 'reserva(d[ao]|n)?', never: 'set aside|apartad[ao] para' },
];

/** Turns that nobody uses who speaks the language, whatever they would mean. */
export const unsaid: readonly string[] = [
  'anew',
  'shall I',
  'one a line',
  'says so',
  'taken away',
  'for whatever|for what only',
  'stands? in the review',
  '(this|it) takes …',
  'what this gives|lo que da',
  'aquí va …',
  'for to|depends from|informations|actual version',
  'en orden a|a nivel de|remover|soportad[ao]s?|librerías?|aplicación de terceros',
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
