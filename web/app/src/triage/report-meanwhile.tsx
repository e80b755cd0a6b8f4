import type { Report } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import type { Submission } from '../ui/form.ts';
import { MeanwhileNotice, type Meanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';

interface Props {
  meanwhile: Meanwhile<Report>;
  submission: Pick<Submission<unknown>, 'problem' | 'clear'>;
  /** The code of what was to be decided here, and why, where a reason is asked for. */
  mine: string;
  reason?: string;
  onReload: () => void;
}

/** What was decided on a report while somebody was writing another decision: what they wrote stays to be copied. */
export function ReportMeanwhile({ meanwhile, submission, mine, reason, onReload }: Props) {
  const { t, label } = useTexts();
  return (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={onReload}
      over={(now) => now.state === 'triaged'}
      onGoOn={submission.clear}
      onTakeTheirs={onReload}
      fields={(now) => [
        {
          label: t('conflict.became'),
          mine: label('decision', mine),
          theirs: now.decision !== undefined && <>{label('decision', now.decision)}{now.triagedAt !== undefined && <>{t('list.comma')}<Moment at={now.triagedAt} /></>}</>,
        },
        { label: t('triage.reason'), mine: reason, theirs: undefined },
        { label: t('report.urgency'), theirs: now.state !== 'triaged' && label('urgency', now.urgency) },
      ]}
    />
  );
}
