import { titleOf } from '../../checks/object-fields.ts';
import type { Applied } from '../../cluster/applied.ts';
import type { Previewed } from '../../cluster/preview.ts';
import type { Finding } from '../../model/finding.ts';
import { verbatim } from '../../model/text.ts';

export const findingsOn = (each: Applied | Previewed, force: boolean): readonly Finding[] => {
  if (each.outcome === 'conflict' && force) return [];
  const message = 'message' in each ? each.message : each.outcome === 'unknown kind' ? 'unknown kind' : undefined;
  return message === undefined
    ? []
    : [{ check: 'refused', severity: 'error', says: verbatim(message), fix: verbatim(''), where: titleOf(each.object) }];
};
