import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import type { Option } from '../ui/fields.tsx';
import { useCodeOptions } from '../codes/code-options.ts';
import type { Legal, Missing, Placement, Upload } from './types.ts';

/** Reading these is audited; looking back at the window is not reading them again. */
const ONCE = { staleTime: 15_000, refetchOnWindowFocus: false };

export function useLegal(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'legal', caseId],
    queryFn: async ({ signal }) => (await read<Legal>('cases', `/cases/${caseId}/legal`, signal)).data,
    ...ONCE,
  });
}

export function usePlacements(caseId: string) {
  return useFirst<Placement>(caseId, 'placements');
}

export function useMissing(caseId: string) {
  return useFirst<Missing>(caseId, 'missing-reports');
}

export function useUploads(caseId: string) {
  return useItems<Upload>(caseId, 'uploads');
}

function useItems<T>(caseId: string, what: string) {
  return useQuery({
    queryKey: ['cases', what, caseId],
    queryFn: async ({ signal }) => (await read<Items<T>>('cases', `/cases/${caseId}/${what}`, signal)).data.items,
    ...ONCE,
  });
}

/** The newest, and where there are more. */
function useFirst<T>(caseId: string, what: string) {
  return useQuery({
    queryKey: ['cases', what, caseId],
    queryFn: async ({ signal }) => {
      const answer = await read<Items<T>>('cases', `/cases/${caseId}/${what}`, signal);
      return { items: answer.data.items, next: answer.next };
    },
    ...ONCE,
  });
}

/** A list's options, and a code's words. */
export function useCodes(list: string, known: readonly string[]): { options: Option[]; name: (code: string) => string } {
  const options = useCodeOptions(list, known);
  return { options, name: (code) => options.find((one) => one.value === code)?.label ?? code };
}
