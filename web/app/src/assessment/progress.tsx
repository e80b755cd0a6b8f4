import type { RootNode } from '@getodk/xforms-engine';
import { Progress, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { progressOf } from './engine.ts';

/** How many of the questions that are asked now have an answer. */
export function ProgressLine({ root }: { root: RootNode }) {
  const { t } = useTexts();
  const { answered, asked } = progressOf(root);
  if (asked === 0) return null;
  const text = t('form.progress', { answered, asked });
  return (
    <div data-testid="form-progress" data-answered={answered} data-asked={asked}>
      <Text size="sm" c="dimmed" mb={4} aria-hidden="true">{text}</Text>
      <Progress.Root size="sm">
        <Progress.Section value={(100 * answered) / asked} aria-label={text} />
      </Progress.Root>
    </div>
  );
}
