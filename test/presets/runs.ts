import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { complaintsOf } from '../../src/ui/settled-complaints.ts';
import { completedOutlookOf, type Means, type Outlook } from '../../src/ui/settling.ts';
import { presets } from '../presets-of-the-house.ts';

/** What a person says who starts from presets. The empty key of `components` is the main one. */
export interface Wanted {
  readonly preset?: string;
  readonly added?: readonly { readonly preset: string; readonly name: string }[];
  readonly application?: Values;
  readonly components?: Readonly<Record<string, Values>>;
}

/** Chance always gives the same 16 bytes here, which base64url begins with “-”. */
export const means: Means = {
  presets,
  read: () => undefined,
  random: () => Buffer.from('f8d5ae1f00112233445566778899aabb', 'hex'),
};

/** The application `shop`, settled. */
export function run({ preset, added = [], application = {}, components = {} }: Wanted): Outlook {
  const main = preset === undefined ? {} : { preset };
  const answers = [{ source: 'flag', application, components }] as const;
  return completedOutlookOf({ hasComponents: true, folder: 'shop', slots: [], added, answers, ...main }, means);
}

/** Why a run would end before anything is made, in English. */
export const complaintsIn = (outlook: Outlook): readonly string[] => complaintsOf(outlook.settled, catalogue).map(({ says }) => says.en);

/** Every object of a run that has nothing open and nothing refused. */
export function objectsOf(wanted: Wanted): readonly AnyObject[] {
  const outlook = run(wanted);
  const complaints = complaintsIn(outlook);
  if (complaints.length > 0) throw new Error(complaints.join(' '));
  return manifestsOf(planOf(outlook.settled)).map(({ object }) => object as AnyObject);
}
