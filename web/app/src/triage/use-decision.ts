import { useQueryClient } from '@tanstack/react-query';
import { change, read } from '../api/client.ts';
import type { Report } from '../api/types.ts';
import { fromLocalInput } from '../i18n/format.ts';
import { useMeanwhile } from '../ui/meanwhile.tsx';
import { useFields, useSubmission, type FieldProblems, type FieldValues } from '../ui/form.ts';

export interface DecisionProps {
  report: Report;
  etag: string | undefined;
  onDone: () => void;
  onReload: () => void;
}

/** One decision on a report: what is typed, what is missing, and sending it on the version that was read. */
export function useDecision<V extends FieldValues & { triagedAt: string }>(
  { report, etag, onDone }: DecisionProps,
  initial: V,
  decision: string,
  missing: (values: V) => FieldProblems<V>,
  more: (values: V) => object,
) {
  const queries = useQueryClient();
  const fields = useFields(initial);
  const meanwhile = useMeanwhile<Report>(etag, () => read<Report>('cases', `/concern-reports/${report.id}`));
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onDone();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const send = () => {
    const triagedAt = fromLocalInput(fields.values.triagedAt);
    const found = missing(fields.values);
    if (triagedAt === undefined) Object.assign(found, { triagedAt: 'field.required' });
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/concern-reports/${report.id}/triage`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { decision, triagedAt, ...more(fields.values) },
      }),
    );
  };
  return { fields, submission, send, meanwhile };
}
