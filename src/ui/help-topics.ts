import type { Catalogue, Topic } from '../questions/question.ts';
import { allQuestions } from './vocabulary.ts';

export const topicsOf = ({ application, component, whole }: Catalogue): readonly Topic[] => [...application, ...component, ...whole];

/** The words that `--help` understands: the topics, `all`, and every question. */
export const helpTopics = (catalogue: Catalogue): readonly string[] => [
  ...new Set([...topicsOf(catalogue).map((topic) => topic.id), 'all', ...allQuestions(catalogue).map((asked) => asked.id)]),
];
