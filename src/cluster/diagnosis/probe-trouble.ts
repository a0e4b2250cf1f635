import { fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import { aCommand, calledIn, placeToChange } from './cause.ts';
import type { ContainerReading, ContainerView, Trouble } from './pod-view.ts';

/** A probe fails now and then while a program starts; from so many times on it is worth a word. */
const often = 3;

/** What the kubelet says of a container whose probe of this kind failed, the latest last, without its first words. */
function failuresOf({ pod, sight, name }: ContainerView, kind: 'Readiness' | 'Liveness' | 'Startup'): readonly string[] {
  return sight
    .eventsOn(pod, 'Unhealthy')
    .filter((event) => wordIn(event, 'message').startsWith(`${kind} probe failed: `))
    .filter((event) => ['', `spec.containers{${name}}`].includes(wordIn(event, 'involvedObject', 'fieldPath')))
    .filter((event) => countOf(event) >= often)
    .map((event) => wordIn(event, 'message').replace(/^\w+ probe failed: /, ''));
}

const countOf = (event: AnyObject): number => Number(fieldOf(event, 'series', 'count') ?? event['count'] ?? 1);

/** It is killed again and again because a probe fails: what its end looks like says nothing then. */
export const killingProbe: ContainerReading = (view) => {
  const code = fieldOf(view.ended, 'exitCode');
  const wasStopped = view.ended === undefined || code === 137 || code === 143 || code === 0;
  if (fieldOf(view.status, 'ready') === true || !wasStopped) return undefined;
  for (const [kind, question] of [
    ['Startup', 'startup'],
    ['Liveness', 'liveness'],
  ] as const) {
    const quote = failuresOf(view, kind).at(-1);
    if (quote !== undefined) return probeTrouble(view, question, quote);
  }
  return undefined;
};

/** It runs, and nobody is sent to it. */
export const readinessProbe: ContainerReading = (view) => {
  if (fieldOf(view.status, 'ready') === true || fieldOf(view.status, 'state', 'running') === undefined) return undefined;
  const quote = failuresOf(view, 'Readiness').at(-1);
  return quote === undefined ? undefined : probeTrouble(view, 'readiness', quote);
};

type ProbeQuestion = 'readiness' | 'liveness' | 'startup';

function probeTrouble(view: ContainerView, question: ProbeQuestion, quote: string): Trouble {
  const name = calledIn(view.workload);
  const why = whyOf(quote);
  const outcome: Readonly<Record<ProbeQuestion, Text>> = {
    readiness: text(`${name} runs but is not ready: ${why.en}.`, `${name} funciona pero no está listo: ${why.es}.`),
    liveness: text(`${name} is restarted because it seems to hang: ${why.en}.`, `${name} se reinicia porque parece colgado: ${why.es}.`),
    startup: text(
      `${name} is restarted because it does not come up in time: ${why.en}.`,
      `${name} se reinicia porque no arranca a tiempo: ${why.es}.`,
    ),
  };
  const probe = placeToChange(view.workload, question, handlerOf(view, question));
  const port = placeToChange(view.workload, 'port', text('PORT', 'PUERTO'));
  const isOfPort = /refused|timeout|deadline|no route/i.test(quote);
  return {
    cause: `probe ${question} ${view.name}`,
    check: `${question}-probe`,
    says: outcome[question],
    fix: isOfPort
      ? text(
          `Does it listen on that port, and on all addresses instead of 127.0.0.1? The port: ${port.en}. The probe: ${probe.en}.`,
          `¿Escucha en ese puerto, y en todas las direcciones en vez de en 127.0.0.1? El puerto: ${port.es}. La sonda: ${probe.es}.`,
        )
      : text(
          `Is that what the probe should ask? Change it: ${probe.en}; then apply again.`,
          `¿Es eso lo que debe preguntar la sonda? Cámbiala: ${probe.es}; luego vuelve a aplicar.`,
        ),
    quote,
  };
}

/** How a probe asks, in the words of the answer. */
function handlerOf({ spec }: ContainerView, question: ProbeQuestion): string | Text {
  const probe = fieldOf(spec, `${question}Probe`);
  if (fieldOf(probe, 'httpGet') !== undefined) return text('http:/PATH', 'http:/RUTA');
  return fieldOf(probe, 'exec') === undefined ? 'tcp' : text(`exec:${aCommand.en}`, `exec:${aCommand.es}`);
}

/** The words of Go’s network library, and of the kubelet (kubernetes, pkg/probe). */
function whyOf(quote: string): Text {
  const code = /HTTP probe failed with statuscode: (\d+)/.exec(quote)?.[1];
  const port = /:(\d+)(?=[/":]|$)/.exec(quote)?.[1] ?? '';
  if (code !== undefined) return text(`its page answers with HTTP ${code}`, `su página responde con HTTP ${code}`);
  if (/connection refused/.test(quote)) return text(`nothing listens on port ${port}`, `nadie escucha en el puerto ${port}`);
  if (/timeout|deadline exceeded/i.test(quote)) return text('it gives no answer in time', 'no responde a tiempo');
  return text('its probe fails', 'su sonda falla');
}
