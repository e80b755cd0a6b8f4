import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { mapsOf } from './code-maps.tsx';
import { isOnlyRead, useMappedCodes, type List } from './mapped-codes.ts';
import classes from './partner.module.css';

interface Tried {
  codes: { theirs: string; ours?: string; by: 'map' | 'same' | 'none' }[];
  unmapped: string[];
}

/** What codes of the agency's system would be taken for; nothing is answered with them. */
export function TryCodes({ list, agencyId }: { list: List; agencyId: string | undefined }) {
  const { t, label } = useTexts();
  const { service, path } = mapsOf(agencyId);
  const { word } = useMappedCodes(list, service);
  const [tried, setTried] = useState<Tried>();
  const fields = useFields({ codes: '' });
  const submission = useSubmission<Tried>(setTried, (problem) => fields.refused(problem));
  const send = () => {
    const codes = [...new Set(fields.values.codes.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
    if (!fields.check(codes.length === 0 ? { codes: 'field.required' } : codes.length > 100 ? { codes: 'field.length' } : {})) return;
    void submission.submit(async () => (await change<Tried>(service, `${path}/test`, { body: { list, codes } })).data);
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="try-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        {...fields.bind('codes')}
        label={t('code-maps.try')}
        description={t('code-maps.try-hint')}
        inputWrapperOrder={HELP_FIRST}
        dir="ltr"
        autosize
        minRows={2}
        maxRows={12}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" variant="light" loading={submission.busy} data-testid="try-codes">{t('code-maps.try-send')}</Button></Group>
      <div role="status">
        {tried !== undefined && (
          <Stack gap="xs">
            <ul className="hifazat-list">
              {tried.codes.map((one) => (
                <li key={one.theirs} className={classes['long']} data-testid="tried-code" data-by={one.by}>
                  <Code>{one.theirs}</Code>{t('list.colon')}{one.ours === undefined ? t(isOnlyRead(list) ? 'code-maps.unknown' : 'code-maps.refused') : <>{word(one.ours)} ({label('code-by', one.by)})</>}
                </li>
              ))}
            </ul>
            {tried.unmapped.length > 0 && (
              <Text size="sm" data-testid="unmapped">{t('code-maps.unmapped')} {tried.unmapped.map((code) => word(code)).join(' · ')}</Text>
            )}
          </Stack>
        )}
      </div>
    </form>
  );
}
