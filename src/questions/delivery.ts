import { text } from '../model/text.ts';
import { always, question, type Topic } from './question.ts';
import { oneOf } from './value-types.ts';

export const format = question({
  id: 'format',
  label: text('Format', 'Formato'),
  ask: text('In which form are the manifests written?', '¿En qué forma se escriben los manifiestos?'),
  help: text(
    'Kustomize is built into kubectl and oc: a kustomization.yaml names the files of its folder, and “kubectl apply -k” applies them all, the namespace first. “plain” leaves that file out. If you are not sure, keep it: it does no harm where nobody uses it.',
    'Kustomize viene dentro de kubectl y de oc: un kustomization.yaml nombra los archivos de su carpeta y «kubectl apply -k» los aplica todos, primero el espacio de nombres. Con «plain» no se escribe ese archivo. Si no lo sabes, quédate con él: no molesta donde nadie lo usa.',
  ),
  page: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/',
  level: 'quiet',
  type: oneOf({
    kustomize: {
      label: text('plain YAML with a kustomization.yaml', 'YAML sencillo con un kustomization.yaml'),
      fits: text('It suits kubectl, oc, Argo CD and Flux alike.', 'Sirve igual para kubectl, oc, Argo CD y Flux.'),
    },
    plain: {
      label: text('plain YAML', 'YAML sencillo'),
      fits: text('It suits you if you gather the files by other means.', 'Te sirve si reúnes los archivos por otros medios.'),
    },
  }),
  rules: {
    kustomize: always(
      'kustomize',
      text('kubectl and oc apply such a folder with one command.', 'kubectl y oc aplican una carpeta así con un solo comando.'),
    ),
  },
});

export const deliver = question({
  id: 'deliver',
  label: text('Result', 'Resultado'),
  ask: text('What do you want to do with the manifests?', '¿Qué quieres hacer con los manifiestos?'),
  help: text(
    '“files” writes a folder with the manifests, the answers to generate them again, and a README that explains them. “apply” then applies them to the cluster of your kubeconfig, after it showed what would change, and waits until everything runs. “stdout” only prints the manifests on standard output, for a pipe. If you are not sure, write the files: you can look at them before anything reaches the cluster.',
    '«files» escribe una carpeta con los manifiestos, las respuestas para volver a generarlos y un README que los explica. «apply» además los aplica al clúster de tu kubeconfig, después de mostrar qué cambiaría, y espera hasta que todo funcione. «stdout» solo muestra los manifiestos por la salida estándar, para una tubería. Si no lo sabes, escribe los archivos: los puedes mirar antes de que nada llegue al clúster.',
  ),
  level: 'essential',
  type: oneOf({
    files: {
      label: text('write the files', 'escribir los archivos'),
      fits: text('It suits you if you keep them in Git and apply them later.', 'Te sirve si los guardas en Git y los aplicas más tarde.'),
    },
    apply: {
      label: text('write the files and apply them', 'escribir los archivos y aplicarlos'),
      fits: text(
        'It suits you if you have a cluster at hand and want to see it run.',
        'Te sirve si tienes un clúster a mano y quieres verlo funcionar.',
      ),
    },
    stdout: {
      label: text('print the YAML', 'mostrar el YAML'),
      fits: text('It suits you if another program reads them from a pipe.', 'Te sirve si otro programa los lee por una tubería.'),
    },
  }),
  rules: {
    files: always('files', text('Files can be read, kept and applied again.', 'Los archivos se pueden leer, guardar y volver a aplicar.')),
  },
});

export const delivery: Topic = { id: 'delivery', title: text('The result', 'El resultado'), questions: [format, deliver] };
