import { read } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import type { Submission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile, type Meanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';
import { useRefresh } from './queries.ts';
import type { Transfer } from './types.ts';

export function useTransferMeanwhile(transfer: Transfer): Meanwhile<Transfer> {
  return useMeanwhile(transfer.etag, async () => {
    const { data } = await read<Transfer>('cases', `/transfers/${transfer.id}`);
    return { data, etag: data.etag };
  });
}

interface Props {
  meanwhile: Meanwhile<Transfer>;
  submission: Pick<Submission<unknown>, 'problem' | 'clear'>;
  /** What was to become of it here, in words. */
  mine: string | undefined;
  words: string;
  onClose: () => void;
}

/** What became of a transfer while somebody was answering it. */
export function TransferMeanwhile({ meanwhile, submission, mine, words, onClose }: Props) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  return (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      over={(now) => now.state !== 'pending'}
      onGoOn={submission.clear}
      onTakeTheirs={() => {
        refresh();
        onClose();
      }}
      fields={(now) => [
        {
          label: t('conflict.became'),
          mine,
          theirs: <>{label('transfer-state', now.state)}{now.decidedAt !== undefined && <>{t('list.comma')}<Moment at={now.decidedAt} /></>}</>,
        },
        { label: t('transfer.answer'), mine: words, theirs: now.content?.answer },
      ]}
    />
  );
}
