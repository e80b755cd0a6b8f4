import { read } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { CaseDetail, CaseTask } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import type { Submission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile, type BothSides, type Meanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';

/** A task is read again in its case; one that is on no case only says that it was changed. */
export function useTaskMeanwhile(task: CaseTask): Meanwhile<CaseTask> {
  const meanwhile = useMeanwhile<CaseTask>(task.etag, async () => {
    const tasks = (await read<CaseDetail>('cases', `/cases/${task.caseId}`)).data.tasks;
    const data = tasks.find((one) => one.id === task.id) ?? task;
    return { data, etag: data.etag };
  });
  return task.caseId === undefined ? { ...meanwhile, refused: (_problem: ApiProblem) => undefined } : meanwhile;
}

interface Props {
  meanwhile: Meanwhile<CaseTask>;
  submission: Pick<Submission<unknown>, 'problem' | 'clear'>;
  /** What was to become of it here, in words. */
  mine: string;
  more: (now: CaseTask) => BothSides[];
  refresh: () => void;
  onClose: () => void;
}

/** What became of a task while somebody was busy with it. */
export function TaskMeanwhile({ meanwhile, submission, mine, more, refresh, onClose }: Props) {
  const { t } = useTexts();
  return (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      over={(now) => now.state !== 'open'}
      onGoOn={submission.clear}
      onTakeTheirs={() => {
        refresh();
        onClose();
      }}
      fields={(now) => [{ label: t('conflict.became'), mine, theirs: <Became task={now} /> }, ...more(now)]}
    />
  );
}

function Became({ task }: { task: CaseTask }) {
  const { t } = useTexts();
  if (task.state === 'superseded') return <>{t('task.superseded')}</>;
  if (task.state === 'done') return <>{t('task.done')}{task.doneAt !== undefined && <> <Moment at={task.doneAt} /></>}</>;
  return <>{t('task.due')} <Moment at={task.dueAt} /></>;
}
