import { wordIn } from '../follow/status-fields.ts';
import { badName, denied, type ImageCause, missing, otherPlatform, rateLimit, unpulled, unreachable } from './image-causes.ts';
import type { ContainerReading, ContainerView } from './pod-view.ts';

/** Reasons for which a container waits (kubernetes, pkg/kubelet/images/types.go). */
const reasons: ReadonlySet<string> = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'RegistryUnavailable',
]);

/**
 * What registries answer, as containerd and CRI-O pass it on. Docker Hub says "denied" of an image that does not exist, too, so that nobody
 * finds out what is private.
 */
const answers: readonly { readonly words: RegExp; readonly told: (view: ContainerView, image: string) => ImageCause }[] = [
  { words: /couldn't parse image|invalid reference format|InvalidImageName/, told: badName },
  { words: /toomanyrequests|429 Too Many|rate limit/i, told: rateLimit },
  { words: /no match for platform|no image found in .* for architecture|no matching manifest/i, told: otherPlatform },
  { words: /unauthorized|401|403|forbidden|denied|authentication required|authorization failed|no basic auth/i, told: denied },
  { words: /not found|manifest unknown|NotFound|name unknown/i, told: missing },
  {
    words: /no such host|i\/o timeout|connection refused|deadline exceeded|timed? ?out|no route to host|x509|certificate|server gave HTTP/i,
    told: unreachable,
  },
];

export const imageTrouble: ContainerReading = (view) => {
  const reason = wordIn(view.waiting, 'reason');
  if (!reasons.has(reason)) return undefined;
  const image = wordIn(view.spec, 'image');
  const words = wordsOn(view, image);
  const told = answers.find((answer) => answer.words.test(`${reason} ${words}`))?.told ?? unpulled;
  const cause = told(view, image);
  return { ...cause, cause: `${cause.check} ${image}`, quote: words };
};

/** A back-off hides the reason on older kubelets; the event of the pull itself has it. */
function wordsOn({ waiting, pod, sight }: ContainerView, image: string): string {
  const message = wordIn(waiting, 'message');
  if (!/^Back-off pulling image "[^"]*"$/.test(message) && message) return message;
  const failed = sight.eventsOn(pod, 'Failed').filter((event) => wordIn(event, 'message').includes(`Failed to pull image "${image}"`));
  return wordIn(failed.at(-1), 'message') || message;
}
