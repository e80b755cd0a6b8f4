import { Stack } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import { Loaded } from '../ui/panel.tsx';
import { Hearings, Matters } from './courts.tsx';
import { Orders } from './orders.tsx';
import { Placements } from './placements.tsx';
import { useLegal } from './queries.ts';

/** What courts and committees have to do with the case, and where the child is placed. */
export default function LegalPart({ detail }: { detail: CaseDetail }) {
  const query = useLegal(detail.id);
  return (
    <Stack gap="lg">
      <Loaded query={query}>
        {(legal) => (
          <Stack gap="lg">
            <Orders detail={detail} legal={legal} />
            <Hearings detail={detail} legal={legal} />
            <Matters detail={detail} legal={legal} />
          </Stack>
        )}
      </Loaded>
      <Placements detail={detail} />
    </Stack>
  );
}
