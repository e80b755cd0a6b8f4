import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { isOnlyRead, LISTS, useMappedCodes, type List } from './mapped-codes.ts';
import { TryCodes } from './try-codes.tsx';
import classes from './partner.module.css';

interface Entry {
  theirs: string;
  ours: string;
}

interface CodeMap {
  list: string;
  items: Entry[];
}

interface Of {
  /** Kept for this agency by whoever keeps agencies; without it, its own people read it. */
  agencyId: string | undefined;
}

/** What an agency's system calls our codes: kept as pairs, and tried out before anything is answered with them. */
export function CodeMaps({ agencyId }: Of) {
  const { t, label } = useTexts();
  const [list, setList] = useState<List>('outcome');
  // What was typed in one list stays while another is looked at.
  const [seen, setSeen] = useState<readonly List[]>([list]);
  const show = (one: List) => {
    setList(one);
    if (!seen.includes(one)) setSeen([...seen, one]);
  };
  return (
    <Panel title={t('code-maps.title')} testId="code-maps">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('code-maps.lead')} {t(agencyId === undefined ? 'code-maps.kept-by' : 'code-maps.care')}</Text>
        <Group gap="xs" role="group" aria-label={t('code-maps.which')}>
          {LISTS.map((one) => (
            <Button key={one} variant={one === list ? 'filled' : 'default'} aria-pressed={one === list} onClick={() => show(one)} data-testid={`map-${one}`}>
              {label('code-list', one)}
            </Button>
          ))}
        </Group>
        {seen.map((one) => <div key={one} hidden={one !== list}><ListPart list={one} agencyId={agencyId} /></div>)}
      </Stack>
    </Panel>
  );
}

/** Where the maps of an agency are. */
export function mapsOf(agencyId: string | undefined): { service: 'partner' | 'referrals'; path: string } {
  return agencyId === undefined ? { service: 'partner', path: '/code-maps' } : { service: 'referrals', path: `/agencies/${agencyId}/code-maps` };
}

function ListPart({ list, agencyId }: Of & { list: List }) {
  const { service, path } = mapsOf(agencyId);
  const query = useQuery({
    queryKey: [service, path, list],
    queryFn: ({ signal }) => read<CodeMap>(service, `${path}/${list}`, signal),
    // What is typed stands on what was read; it is read again when somebody was quicker.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Loaded query={query}>
      {(answer) => (
        <Stack gap="md">
          {agencyId === undefined ? <Pairs list={list} items={answer.data.items} /> : <MapForm list={list} answer={answer} agencyId={agencyId} />}
          <TryCodes list={list} agencyId={agencyId} />
        </Stack>
      )}
    </Loaded>
  );
}

function Pairs({ list, items }: { list: List; items: Entry[] }) {
  const { t } = useTexts();
  const { word } = useMappedCodes(list);
  if (items.length === 0) return <Text c="dimmed" data-testid="empty">{t('code-maps.none')}</Text>;
  return (
    <ul className="hifazat-list">
      {items.map((one) => (
        <li key={one.theirs} className={classes['long']} data-testid="pair"><Code>{one.theirs}</Code>{t('list.colon')}{word(one.ours)}</li>
      ))}
    </ul>
  );
}

function MapForm({ list, answer, agencyId }: { list: List; answer: Answer<CodeMap>; agencyId: string }) {
  const texts = useTexts();
  const { t } = texts;
  const queries = useQueryClient();
  const { options, word } = useMappedCodes(list, 'referrals');
  const [rows, setRows] = useState<Entry[]>(answer.data.items);
  const [wrong, setWrong] = useState<string>();
  const [kept, setKept] = useState(false);
  const maps = mapsOf(agencyId);
  const path = `${maps.path}/${list}`;
  const meanwhile = useMeanwhile<CodeMap>(answer.etag, () => read<CodeMap>(maps.service, path));
  const submission = useSubmission<Answer<CodeMap>>((saved) => {
    queries.setQueryData([maps.service, maps.path, list], saved);
    meanwhile.saved(saved.etag);
    setRows(saved.data.items);
    setKept(true);
  }, meanwhile.refused);
  const write = (next: Entry[]) => {
    setKept(false);
    setWrong(undefined);
    setRows(next);
  };
  const save = () => {
    const items = rows.map((row) => ({ theirs: row.theirs.trim(), ours: row.ours })).filter((row) => row.theirs !== '' || row.ours !== '');
    if (items.some((row) => row.theirs === '' || row.ours === '')) return setWrong(t('code-maps.half'));
    if (new Set(items.map((row) => row.theirs)).size < items.length) return setWrong(t('code-maps.twice'));
    setWrong(undefined);
    void submission.submit(() => change<CodeMap>(maps.service, path, { method: 'PUT', ifMatch: meanwhile.etag, body: { items } }));
  };
  const told = (items: Entry[]) => items.map((row) => `${row.theirs} → ${word(row.ours)}`).join(texts.t('list.comma'));
  return (
    <form
      noValidate
      className="hifazat-form"
      data-testid="map-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {rows.length === 0 && <Text c="dimmed" data-testid="empty">{t('code-maps.none')}</Text>}
      <ul className={classes['lines']}>
        {rows.map((row, at) => (
          <li key={at} className={classes['pair']} data-testid="pair">
            <TextInput
              label={t('code-maps.theirs')}
              value={row.theirs}
              onChange={(event) => write(rows.with(at, { ...row, theirs: event.currentTarget.value }))}
              dir="ltr"
              autoComplete="off"
              maxLength={100}
            />
            <NativeSelect
              label={t('code-maps.ours')}
              value={row.ours}
              data={[{ value: '', label: t('action.choose') }, ...options]}
              onChange={(event) => write(rows.with(at, { ...row, ours: event.currentTarget.value }))}
            />
            <Button variant="subtle" color="red" size="compact-sm" onClick={() => write(rows.filter((_, other) => other !== at))} data-testid="remove-pair">
              {t('code-maps.remove')}<span className="hifazat-hidden"> <Code>{row.theirs}</Code></span>
            </Button>
          </li>
        ))}
      </ul>
      <Group><Button variant="light" onClick={() => write([...rows, { theirs: '', ours: '' }])} data-testid="add-pair">{t('code-maps.add')}</Button></Group>
      {wrong !== undefined && <Alert color="red" role="alert" data-testid="map-wrong">{wrong}</Alert>}
      <div role="status">{kept && <Alert color="green" data-testid="map-kept">{t(isOnlyRead(list) ? 'code-maps.kept-read' : 'code-maps.kept')}</Alert>}</div>
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        fields={(now) => [{ label: t('code-maps.title'), mine: told(rows), theirs: told(now.items) }]}
        onTakeTheirs={() => {
          if (meanwhile.now !== undefined) write(meanwhile.now.items);
          submission.clear();
          meanwhile.goOn();
        }}
        onGoOn={submission.clear}
      />
      <Group><Button type="submit" loading={submission.busy} data-testid="keep-map">{t('code-maps.save')}</Button></Group>
    </form>
  );
}
