import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import type { Items, Named } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { EndCodeForm } from './kept-fields.tsx';
import { KeptPanel, PastBox, type Dated } from './kept-panel.tsx';
import { CodeForm } from './referral-code-form.tsx';

export const LISTS = ['outcome', 'status-reason', 'reason'] as const;
export type List = (typeof LISTS)[number];

/** A code as it was, is or will be. */
export interface KeptCode extends Dated {
  list: List;
  code: string;
  /** Of a status reason: what it may be given for. */
  states: string[];
  textNeeded: boolean;
  name: Named;
  /** The order in which it is offered. */
  position: number;
  source: string;
}

const KEY = ['referrals', 'referral-codes', 'history'];
const IDS = { row: 'referral-code', add: 'add-code', change: 'change-code', end: 'end-code', done: 'code-kept' };

/** The words referrals are asked, refused and answered with: offered from a day on, with all that were. */
export default function ReferralCodesPage() {
  const { t, label } = useTexts();
  const [list, setList] = useState<List>('outcome');
  const [past, setPast] = useState(false);
  const history = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => read<Items<KeptCode>>('referrals', '/referral-codes/history', signal),
  });
  return (
    <Page title={t('referral-codes.title')} lead={t('packet-policies.lead')}>
      <Stack gap="md">
        <Group gap="xs" role="group" aria-label={t('code-maps.which')}>
          {LISTS.map((one) => (
            <Button key={one} variant={one === list ? 'filled' : 'default'} aria-pressed={one === list} onClick={() => setList(one)} data-testid={`codes-${one}`}>
              {label('code-list', one)}
            </Button>
          ))}
        </Group>
        <PastBox past={past} onChange={setPast} />
        <Loaded query={history} lines={10}>
          {({ data, etag }) => <ListPanel key={list} list={list} codes={data.items.filter((one) => one.list === list)} etag={etag} past={past} />}
        </Loaded>
      </Stack>
    </Page>
  );
}

interface PanelProps {
  list: List;
  codes: KeptCode[];
  etag: string | undefined;
  past: boolean;
}

function ListPanel({ list, codes, etag, past }: PanelProps) {
  const { t, label, named } = useTexts();
  const queries = useQueryClient();
  const reload = () => void queries.invalidateQueries({ queryKey: KEY });
  const keep = (answer: Answer<Items<KeptCode>>) => {
    queries.setQueryData(KEY, answer);
    void queries.invalidateQueries({ queryKey: ['referrals', 'codes'] });
  };
  const columns = [
    {
      head: t('referral-codes.word'),
      cell: (one: KeptCode) => (
        <>
          <bdi dir="auto">{named(one.name)}</bdi>
          {one.textNeeded && <Text size="sm" c="dimmed">{t('referral-codes.needs-words')}</Text>}
        </>
      ),
    },
    ...(list === 'status-reason'
      ? [{ head: t('referral-codes.for'), cell: (one: KeptCode) => one.states.map((state) => label('referral-status', state)).join(t('list.comma')) }]
      : []),
  ];
  return (
    <KeptPanel
      title={label('code-list', list)}
      lead={list === 'outcome' ? t('referral-codes.outcomes') : undefined}
      testId="referral-codes"
      ids={IDS}
      rows={inOrder(codes)}
      past={past}
      columns={columns}
      keyOf={(one) => one.code}
      name={(one) => named(one.name)}
      marks={(one) => ({ 'data-code': one.code })}
      addText={list === 'outcome' ? undefined : t('referral-codes.add')}
      mayEnd={() => list !== 'outcome'}
      form={(doing, close, done) => {
        const onDone = (answer: Answer<Items<KeptCode>>) => {
          keep(answer);
          done();
        };
        if (doing.what === 'end') {
          return (
            <EndCodeForm
              called={named(doing.row.name)}
              end={(day, source) => change<Items<KeptCode>>('referrals', `/referral-codes/${list}/${doing.row.code}/end/${day}`, { method: 'PUT', ifMatch: etag, body: { source } })}
              onDone={onDone}
              onClose={close}
              onReload={reload}
            />
          );
        }
        return (
          <CodeForm
            list={list}
            from={doing.what === 'new' ? undefined : doing.row}
            last={Math.max(0, ...codes.map((one) => one.position))}
            known={codes.map((one) => one.code)}
            etag={etag}
            onDone={onDone}
            onClose={close}
            onReload={reload}
          />
        );
      }}
    />
  );
}

/** As they are offered, and of each code what holds first. */
export function inOrder<T extends { code: string; position: number; validFrom: string }>(codes: readonly T[]): T[] {
  return [...codes].sort((a, b) => a.position - b.position || a.code.localeCompare(b.code) || a.validFrom.localeCompare(b.validFrom));
}
