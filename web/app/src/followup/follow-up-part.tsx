import { Stack } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import { Conferences } from './conferences.tsx';
import { Contacts } from './contacts.tsx';
import { Reviews } from './reviews.tsx';
import { Services } from './services.tsx';

export default function FollowUpPart({ detail }: { detail: CaseDetail }) {
  return (
    <Stack gap="lg">
      <Contacts detail={detail} />
      <Services detail={detail} />
      <Reviews detail={detail} />
      <Conferences detail={detail} />
    </Stack>
  );
}
