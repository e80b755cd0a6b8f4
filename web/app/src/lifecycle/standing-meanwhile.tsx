import { read } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import type { Submission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile, type BothSides, type Meanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';
import { STEP_TEXTS } from './case-header.tsx';
import type { Standing, StepName } from './types.ts';

export function useStandingMeanwhile(standing: Standing): Meanwhile<Standing> {
  return useMeanwhile<Standing>(standing.etag, async () => {
    const { data } = await read<Standing>('cases', `/cases/${standing.caseId}/next-steps`);
    return { data, etag: data.etag };
  });
}

interface Props {
  meanwhile: Meanwhile<Standing>;
  submission: Pick<Submission<unknown>, 'problem' | 'clear'>;
  step: StepName;
  /** When it happened, as it was typed. */
  happenedAt: string | undefined;
  more?: BothSides[];
  refresh: () => void;
  onClose: () => void;
}

/** Where a case has got to while somebody was about to move it. */
export function StandingMeanwhile({ meanwhile, submission, step, happenedAt, more = [], refresh, onClose }: Props) {
  const { t, label } = useTexts();
  return (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      over={(now) => !now.nextSteps.some((one) => one.step === step)}
      onGoOn={submission.clear}
      onTakeTheirs={() => {
        refresh();
        onClose();
      }}
      fields={(now) => [
        { label: t('conflict.became'), mine: t(STEP_TEXTS[step]), theirs: label('case-state', now.state) },
        { label: t('steps.when'), mine: happenedAt && <Moment at={happenedAt} />, theirs: <Moment at={now.stateSince} /> },
        ...more,
      ]}
    />
  );
}
