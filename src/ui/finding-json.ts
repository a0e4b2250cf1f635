import type { Finding } from '../model/finding.ts';
import type { Language } from '../model/text.ts';

/** A finding for programs, with its sentences in one language. */
export const findingJson = ({ says, fix, ...rest }: Finding, language: Language) => ({ ...rest, says: says[language], fix: fix[language] });
