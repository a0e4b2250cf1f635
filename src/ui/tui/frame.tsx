import { Box, Text as Letters } from 'ink';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.ts';
import { type Hint, keyName } from './hints.ts';
import { Accent, Faint, Strong, useLook, useSay } from './look.tsx';

interface FrameProps {
  /** Name of the application. */
  readonly name: string;
  /** Where the person stands, at the right of the first line. */
  readonly place: string;
  readonly hints: readonly Hint[];
  readonly children: ReactNode;
}

/** The screen: a head, the body, and the keys that work now in the last line. It leaves one row, so that no draw scrolls. */
export function Frame({ name, place, hints, children }: FrameProps): ReactNode {
  const { columns, rows } = useLook();
  return (
    <Box flexDirection="column" width={columns} height={rows - 1} paddingX={1}>
      <Box justifyContent="space-between" columnGap={1} flexShrink={0}>
        <Letters wrap="truncate-end">
          <Strong>create-k8s-app</Strong> {name}
        </Letters>
        <Box flexShrink={0}>
          <Faint>{place}</Faint>
        </Box>
      </Box>
      <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
        {children}
      </Box>
      <Keys hints={hints} />
    </Box>
  );
}

function Keys({ hints }: { readonly hints: readonly Hint[] }): ReactNode {
  const say = useSay();
  const { unicode } = useLook();
  return (
    <Box flexWrap="wrap" columnGap={2} flexShrink={0}>
      {hints.map((hint) => (
        <Box key={hint.key} flexShrink={0}>
          <Letters>
            <Accent>{hint.key === 'space' ? say(phrases.space) : keyName(hint, unicode)}</Accent> {say(hint.does)}
          </Letters>
        </Box>
      ))}
    </Box>
  );
}

/** A line across the screen with a word in it. */
export function Divider({ sign, children }: { readonly sign: string; readonly children: string }): ReactNode {
  const { columns } = useLook();
  const lead = sign.repeat(2);
  return <Faint>{`${lead} ${children} ${sign.repeat(Math.max(0, columns - children.length - 6))}`}</Faint>;
}
