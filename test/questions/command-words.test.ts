import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandWordsOf } from '../../src/questions/command-words.ts';

describe('the words of a command', () => {
  it.each<[string, readonly string[]]>([
    ['pg_isready -h 127.0.0.1', ['pg_isready', '-h', '127.0.0.1']],
    ['  cat\t/tmp/alive  ', ['cat', '/tmp/alive']],
    [`mongosh --quiet --eval "db.adminCommand('ping').ok"`, ['mongosh', '--quiet', '--eval', "db.adminCommand('ping').ok"]],
    [`sh -c 'test "$A" = b'`, ['sh', '-c', 'test "$A" = b']],
    [`echo a'b c'"d e"\\ f`, ['echo', 'ab cd e f']],
    [`echo '' "\\"" 'a\\b'`, ['echo', '', '"', 'a\\b']],
    ['cat $HOME/* | wc', ['cat', '$HOME/*', '|', 'wc']],
  ])('%s', (line, words) => expect(commandWordsOf(line)).toEqual(words));

  it.each(['', '   ', "echo 'open", 'echo "open', 'echo \\', `""`, `a 'b"`])('has none in %j', (line) =>
    expect(commandWordsOf(line)).toBeUndefined(),
  );

  it('are what was quoted', () => {
    const word = fc.string();
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(word), (first, others) => {
        const line = [first, ...others].map((each) => `'${each.replaceAll("'", `'"'"'`)}'`).join(' ');
        expect(commandWordsOf(line)).toEqual([first, ...others]);
      }),
    );
  });

  it('are found or not, but never in forever', () => {
    expect(commandWordsOf(`${`"\\`.repeat(50_000)}x`)).toBeUndefined();
  });
});
