import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { Amount, CodeNames, EndCodeForm, FromAndSource, laterWithSource, tomorrow, wrongCode } from './kept-fields.tsx';
import { KeptPanel, PastBox, type Dated } from './kept-panel.tsx';
import { inOrder } from './referral-codes-page.tsx';

interface KeptList {
  list: string;
  /** Codes may join it and end. */
  open: boolean;
  /** Codes of an open list that do not end. */
  lasting: string[];
}

/** A code as it was, is or will be. */
interface CaseCode extends Dated {
  code: string;
  nameEn: string;
  nameUr: string;
  namePs: string;
  position: number;
}

export type CodeHistory = KeptList & Items<CaseCode>;

const LISTS = ['cases', 'code-lists'];
export const codeHistoryKey = (list: string) => [...LISTS, list, 'history'];
const IDS = { row: 'case-code', add: 'add-code', change: 'change-code', end: 'end-code', done: 'code-kept' };
const FIRST = 'concern';

/** The words casework is written with: offered from a day on, with all that were. */
export default function CaseCodesPage() {
  const { t, label } = useTexts();
  const [list, setList] = useState(FIRST);
  const [past, setPast] = useState(false);
  const lists = useQuery({
    queryKey: LISTS,
    queryFn: async ({ signal }) => (await read<Items<KeptList>>('cases', '/code-lists', signal)).data.items,
    staleTime: Infinity,
  });
  const history = useQuery({
    queryKey: codeHistoryKey(list),
    queryFn: ({ signal }) => read<CodeHistory>('cases', `/code-lists/${list}/history`, signal),
  });
  return (
    <Page title={t('case-codes.title')} lead={t('packet-policies.lead')}>
      <Stack gap="md">
        <Loaded query={lists} lines={1}>
          {(items) => (
            <SelectField
              name="list"
              label={t('case-codes.list')}
              value={list}
              error={undefined}
              onChange={(event) => setList(event.currentTarget.value)}
              options={items.map((one) => ({ value: one.list, label: label('kept-list', one.list) })).sort((a, b) => a.label.localeCompare(b.label))}
            />
          )}
        </Loaded>
        <PastBox past={past} onChange={setPast} />
        <Loaded query={history} lines={10}>
          {({ data, etag }) => <ListPanel key={data.list} history={data} etag={etag} past={past} />}
        </Loaded>
      </Stack>
    </Page>
  );
}

function useCalled(): (code: CaseCode) => string {
  const { named } = useTexts();
  return (one) => named({ en: one.nameEn, ur: one.nameUr, ps: one.namePs });
}

function ListPanel({ history, etag, past }: { history: CodeHistory; etag: string | undefined; past: boolean }) {
  const { t, label } = useTexts();
  const called = useCalled();
  const queries = useQueryClient();
  const { list, open, lasting, items } = history;
  const key = codeHistoryKey(list);
  const reload = () => void queries.invalidateQueries({ queryKey: key });
  return (
    <KeptPanel
      title={label('kept-list', list)}
      lead={open ? undefined : t('case-codes.closed')}
      testId="case-codes"
      ids={IDS}
      rows={inOrder(items)}
      past={past}
      columns={[{ head: t('referral-codes.word'), cell: (one) => <bdi dir="auto">{called(one)}</bdi> }]}
      keyOf={(one) => one.code}
      name={called}
      marks={(one) => ({ 'data-code': one.code })}
      addText={open ? t('referral-codes.add') : undefined}
      mayEnd={(one) => open && !lasting.includes(one.code)}
      form={(doing, close, done) => {
        const onDone = (answer: Answer<CodeHistory>) => {
          queries.setQueryData(key, answer);
          void queries.invalidateQueries({ queryKey: ['cases', 'code-list', list] });
          done();
        };
        if (doing.what === 'end') {
          return (
            <EndCodeForm
              called={called(doing.row)}
              end={(day, source) => change<CodeHistory>('cases', `/code-lists/${list}/${doing.row.code}/end/${day}`, { method: 'PUT', ifMatch: etag, body: { source } })}
              onDone={onDone}
              onClose={close}
              onReload={reload}
            />
          );
        }
        return <CodeForm history={history} etag={etag} from={doing.what === 'new' ? undefined : doing.row} onDone={onDone} onClose={close} onReload={reload} />;
      }}
    />
  );
}

interface FormProps {
  history: CodeHistory;
  etag: string | undefined;
  /** What it takes the place of; without it, a code that was not there. */
  from: CaseCode | undefined;
  onDone: (answer: Answer<CodeHistory>) => void;
  onClose: () => void;
  onReload: () => void;
}

/** A code, or other words for one, from a later day on. */
function CodeForm({ history, etag, from, onDone, onClose, onReload }: FormProps) {
  const { t } = useTexts();
  const called = useCalled();
  const fields = useFields({
    code: from?.code ?? '',
    'name.en': from?.nameEn ?? '',
    'name.ur': from?.nameUr ?? '',
    'name.ps': from?.namePs ?? '',
    position: String(from?.position ?? Math.min(Math.max(0, ...history.items.map((one) => one.position)) + 1, 9999)),
    validFrom: tomorrow(),
    source: '',
  });
  const { values } = fields;
  const keeping = useSubmission<Answer<CodeHistory>>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    wrongCode(values, from === undefined ? history.items.map((one) => one.code) : undefined, found);
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    const body = {
      nameEn: values['name.en'].trim(),
      nameUr: values['name.ur'].trim(),
      namePs: values['name.ps'].trim(),
      position: Number(values.position),
      source: values.source.trim(),
    };
    void keeping.submit(() => change<CodeHistory>('cases', `/code-lists/${history.list}/${values.code}/${values.validFrom}`, { method: 'PUT', ifMatch: etag, body }));
  };
  const reload = () => {
    keeping.clear();
    onReload();
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('packet-policies.set')} busy={keeping.busy} problem={keeping.problem} onSubmit={send} onClose={onClose} onReload={reload} testId="code-form">
      <CodeNames fields={fields} called={from === undefined ? undefined : called(from)} />
      {from === undefined && history.list === 'closure-reason' && <Text size="sm">{t('case-codes.needs-rule')}</Text>}
      <Amount fields={fields} name="position" label={t('referral-codes.position')} range={[1, 9999]} />
      <FromAndSource fields={fields} />
    </SentForm>
  );
}
