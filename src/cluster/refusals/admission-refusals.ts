import { text } from '../../model/text.ts';
import type { Reading } from './refusal.ts';

/** kubernetes/apiserver, pkg/admission/plugin/webhook/errors/statuserror.go, and plugin/policy/validating. */
const ruleIn = (message: string): string | undefined =>
  /admission webhook "([^"]+)" denied the request/.exec(message)?.[1] ??
  /ValidatingAdmissionPolicy '([^']+)' with binding/.exec(message)?.[1];

const denied: Reading = ({ message }) => {
  const rule = ruleIn(message);
  return rule === undefined
    ? undefined
    : {
        check: 'admission-denied',
        says: text(`A rule of this cluster does not allow it (${rule}).`, `Una regla de este clúster no lo permite (${rule}).`),
        fix: text(
          'The words of the rule tell what has to change; whoever runs the cluster made it.',
          'Lo que dice la regla indica qué hay que cambiar; la ha puesto quien administra el clúster.',
        ),
      };
};

const untriable: Reading = ({ message }) => {
  const webhook = /admission webhook "([^"]+)" does not support dry run/.exec(message)?.[1];
  return webhook === undefined
    ? undefined
    : {
        check: 'admission-untried',
        severity: 'warning',
        says: text(
          `Nobody knows beforehand whether the webhook ${webhook} of this cluster allows it.`,
          `No se puede saber de antemano si el webhook ${webhook} de este clúster lo permite.`,
        ),
        fix: text('Apply it without a preview: --no-preview.', 'Aplícalo sin vista previa: --no-preview.'),
      };
};

const webhookSilent: Reading = ({ message }) => {
  const webhook = /failed calling webhook "([^"]+)"/.exec(message)?.[1];
  return webhook === undefined
    ? undefined
    : {
        check: 'webhook-unreachable',
        says: text(
          `The cluster asks the webhook ${webhook} about such objects, and it does not answer.`,
          `El clúster pregunta al webhook ${webhook} por estos objetos, y no responde.`,
        ),
        fix: text(
          'Try again in a minute. If it stays so, tell whoever runs the cluster: the pods behind that webhook are not running.',
          'Vuelve a intentarlo en un minuto. Si sigue igual, avisa a quien administra el clúster: los pods de ese webhook no funcionan.',
        ),
      };
};

/** What the cluster’s own rules say, and the webhooks that it asks. */
export const admissionRefusals: readonly Reading[] = [denied, untriable, webhookSilent];
