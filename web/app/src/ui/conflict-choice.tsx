import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../i18n/text.ts';
import type { Difference } from './conflict.ts';
import classes from './conflict.module.css';

interface Props {
  differences: readonly Difference[];
  /** The label the field has in its form. */
  labelOf: (name: string) => string;
  /** A value as people read it: the words of a code, a date. */
  show?: (name: string, value: string) => ReactNode;
  onSettled: (takeTheirs: string[]) => void;
}

/** Both versions, field by field. What only one of the two changed is proposed; where both did, somebody decides. */
export function ConflictChoice({ differences, labelOf, show, onSettled }: Props) {
  const { t } = useTexts();
  const top = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      differences.flatMap((one) => (one.changedBy === 'both' ? [] : [[one.name, one.changedBy === 'me' ? 'mine' : 'theirs']])),
    ),
  );
  useEffect(() => top.current?.focus(), []);
  const open = differences.filter((one) => chosen[one.name] === undefined).length;
  return (
    <Alert color="yellow" title={t('conflict.title')} data-testid="conflict" ref={top} tabIndex={-1} role="alertdialog" aria-label={t('conflict.title')}>
      <Stack gap="md">
        <Text size="sm">{t(differences.length === 0 ? 'conflict.same' : 'conflict.text')}</Text>
        {differences.map((one) => (
          <Radio.Group
            key={one.name}
            label={labelOf(one.name)}
            value={chosen[one.name] ?? ''}
            onChange={(value) => setChosen((before) => ({ ...before, [one.name]: value }))}
            data-testid="conflict-field"
            data-name={one.name}
            data-changed-by={one.changedBy}
          >
            <div className={classes['sides']}>
              <Side value="mine" title={t('conflict.mine')} text={one.mine} shown={show?.(one.name, one.mine)} />
              <Side value="theirs" title={t('conflict.theirs')} text={one.theirs} shown={show?.(one.name, one.theirs)} />
            </div>
          </Radio.Group>
        ))}
        {open > 0 && <Text size="sm">{t('conflict.open', { count: open })}</Text>}
        <Group>
          <Button
            disabled={open > 0}
            data-testid="settle-conflict"
            onClick={() => onSettled(differences.filter((one) => chosen[one.name] === 'theirs').map((one) => one.name))}
          >
            {t('conflict.settle')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Side({ value, title, text, shown }: { value: string; title: string; text: string; shown: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={classes['side']}>
      <Radio
        value={value}
        label={title}
        description={text === '' ? t('conflict.nothing') : <bdi dir="auto">{shown ?? text}</bdi>}
        className="hifazat-choice"
      />
    </div>
  );
}
