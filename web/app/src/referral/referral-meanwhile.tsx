import { read } from '../api/client.ts';
import type { Referral } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import type { Submission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile, type Meanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';

export function useReferralMeanwhile(id: string, etag: string | undefined): Meanwhile<Referral> {
  return useMeanwhile<Referral>(etag, () => read<Referral>('referrals', `/referrals/${id}`));
}

interface Props {
  meanwhile: Meanwhile<Referral>;
  submission: Pick<Submission<unknown>, 'problem' | 'clear'>;
  /** What was to become of it here, and the words to it. */
  mine: string;
  words: { label: string; text: string };
  over: (now: Referral) => boolean;
  onReload: () => void;
  onClose: () => void;
}

/** What became of a referral while somebody was writing about it. */
export function ReferralMeanwhile({ meanwhile, submission, mine, words, over, onReload, onClose }: Props) {
  const { t, label } = useTexts();
  return (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={onReload}
      over={over}
      onGoOn={submission.clear}
      onTakeTheirs={() => {
        onReload();
        onClose();
      }}
      fields={(now) => [
        { label: t('conflict.became'), mine, theirs: <Became referral={now} /> },
        { label: words.label, mine: words.text, theirs: now.statusReason },
        { label: t('referral.outcome'), theirs: now.outcome && label('outcome', now.outcome.code) },
      ]}
    />
  );
}

function Became({ referral }: { referral: Referral }) {
  const { t, label } = useTexts();
  const last = referral.history?.at(-1);
  return (
    <>
      {label('referral-status', referral.status)}
      {last !== undefined && <>{t('list.comma')}<Moment at={last.at} /></>}
      {referral.loopClosedAt !== undefined && <>{t('list.comma')}{t('referral.loop-closed')} <Moment at={referral.loopClosedAt} /></>}
    </>
  );
}
