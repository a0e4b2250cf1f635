import { catalogue, settled } from '../questions/catalogue.ts';
import { helpText } from './help.ts';
import { explain } from './explain.ts';
import { invocationOf } from './flags.ts';
import { reportProblem } from './report.ts';
import { styleOf } from './style.ts';
import { complaintsOf } from './settled-complaints.ts';
import { compose } from '../questions/request.ts';
const look = { language: 'en' as const, style: styleOf({ color: false, unicode: true }) };
const v = { catalogue, presets: [] };
const [what, ...rest] = process.argv.slice(2);
try {
if (what === 'help') console.log(helpText(catalogue, rest[0], (rest[1] ?? 'en') as 'en', 80));
if (what === 'explain') console.log(explain(rest[0], v, (rest[1] ?? 'en') as 'en', 80));
if (what === 'flags') {
  const i = invocationOf(rest, process.env, v);
  console.log(JSON.stringify(i));
  if (i.command === 'create') {
    const c = compose({ hasComponents: true, answers: [i.said], slots: [], added: [], facts: {} }, [], () => 'x');
    if ('request' in c) { const t0=performance.now(); const s = settled(c.request); console.log(reportProblem({ complaints: complaintsOf(s, catalogue) }, {...look, language: i.language}), performance.now()-t0); }
  }
}
} catch (e) { console.log((e as any).complaints ? reportProblem(e as any, look) : e); }
