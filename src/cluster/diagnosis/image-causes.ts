import { fieldOf, listIn, namespaceOf } from '../../checks/object-fields.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import { aName, anImage, calledIn, placeToChange } from './cause.ts';
import type { ContainerView, Trouble } from './pod-view.ts';

/** Why an image does not come, in words. */
export type ImageCause = Pick<Trouble, 'check' | 'says' | 'fix' | 'isFinal'>;

const cannotStart = (view: ContainerView, because: Text): Text => {
  const name = calledIn(view.workload);
  return text(`${name} does not start: ${because.en}.`, `${name} no arranca: ${because.es}.`);
};

export function badName(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image', anImage);
  return {
    check: 'image-name',
    says: cannotStart(
      view,
      text(`“${image}” is not a name that an image can have`, `«${image}» no es un nombre que pueda tener una imagen`),
    ),
    fix: text(`Correct it: ${place.en}; then apply again.`, `Corrígelo: ${place.es}; luego vuelve a aplicar.`),
    isFinal: true,
  };
}

export function missing(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image', anImage);
  return {
    check: 'image-missing',
    says: cannotStart(view, text(`the registry has no image ${image}`, `el registro no tiene ninguna imagen ${image}`)),
    fix: text(
      `Look whether its name and version are right and whether it was pushed. Change it: ${place.en}; then apply again.`,
      `Mira si el nombre y la versión son correctos y si alguien la ha subido. Cámbiala: ${place.es}; luego vuelve a aplicar.`,
    ),
  };
}

/** The command that makes a Secret with a login to a registry. */
export const loginCommand = (name: string, namespace: string): string =>
  `kubectl create secret docker-registry ${shellWord(name)} --namespace ${shellWord(namespace)} --docker-server=… --docker-username=… --docker-password=…`;

export function denied(view: ContainerView, image: string): ImageCause {
  const { workload, pod } = view;
  const given = listIn(fieldOf(pod['spec'], 'imagePullSecrets')).map((each) => wordIn(each, 'name'))[0];
  if (given !== undefined) {
    return {
      check: 'image-denied',
      says: cannotStart(
        view,
        text(
          `the registry does not give out ${image} to the login in the Secret ${given}`,
          `el registro no entrega ${image} a las credenciales del Secret ${given}`,
        ),
      ),
      fix: text(
        'Look whether the name of the image is right, whether that Secret exists, and whether its login is still valid and may read the image.',
        'Mira si el nombre de la imagen es correcto, si ese Secret existe y si sus credenciales siguen valiendo y pueden leer la imagen.',
      ),
    };
  }
  const command = loginCommand('registry-login', namespaceOf(workload));
  const place = placeToChange(workload, 'image-pull-secret', 'registry-login');
  return {
    check: 'image-denied',
    says: cannotStart(
      view,
      text(
        `the registry does not give out ${image} without a login, or it does not exist`,
        `el registro no entrega ${image} sin credenciales, o no existe`,
      ),
    ),
    fix: text(
      `If the image is private, make a Secret with a login: ${command}. Then name it: ${place.en}; and apply again.`,
      `Si la imagen es privada, crea un Secret con las credenciales: ${command}. Luego indícalo: ${place.es}; y vuelve a aplicar.`,
    ),
  };
}

export function rateLimit(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image-pull-secret', aName);
  return {
    check: 'image-rate-limit',
    says: cannotStart(
      view,
      text(
        `the registry gives out no more images for a while, ${image} among them`,
        `el registro no entrega más imágenes durante un rato, tampoco ${image}`,
      ),
    ),
    fix: text(
      `Wait, or pull with a login, which may have more: ${place.en}; then apply again.`,
      `Espera, o descarga con credenciales, que suelen tener más margen: ${place.es}; luego vuelve a aplicar.`,
    ),
  };
}

export function otherPlatform(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image', anImage);
  return {
    check: 'image-platform',
    says: cannotStart(
      view,
      text(
        `${image} was not built for the processors of this cluster’s nodes`,
        `${image} no está construida para los procesadores de los nodos de este clúster`,
      ),
    ),
    fix: text(
      `Build the image for them too, such as linux/amd64 or linux/arm64, and name it: ${place.en}; then apply again.`,
      `Construye la imagen también para ellos, como linux/amd64 o linux/arm64, e indícala: ${place.es}; luego vuelve a aplicar.`,
    ),
  };
}

export function unreachable(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image', text('REGISTRY/NAME:VERSION', 'REGISTRO/NOMBRE:VERSIÓN'));
  return {
    check: 'image-registry',
    says: cannotStart(view, text(`the node cannot reach the registry of ${image}`, `el nodo no llega al registro de imágenes de ${image}`)),
    fix: text(
      `Look whether the registry’s name is right: ${place.en}. If it is, whoever runs the cluster has to let the nodes through to it.`,
      `Mira si el nombre del registro de imágenes es correcto: ${place.es}. Si lo es, quien administra el clúster tiene que dejar que los nodos lleguen.`,
    ),
  };
}

export function unpulled(view: ContainerView, image: string): ImageCause {
  const place = placeToChange(view.workload, 'image', anImage);
  return {
    check: 'image-unpulled',
    says: cannotStart(view, text(`its image ${image} cannot be pulled`, `no se puede descargar su imagen ${image}`)),
    fix: text(
      `The words of the node tell why. If it is the wrong image, change it: ${place.en}; then apply again.`,
      `Lo que dice el nodo indica el motivo. Si la imagen no es esa, cámbiala: ${place.es}; luego vuelve a aplicar.`,
    ),
  };
}
