import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { Unbroken } from './names.tsx';

interface Props {
  title: string;
  /** What the browser's tab says, when the heading holds a name that must not stand there. */
  tabTitle?: string;
  heading?: ReactNode;
  lead?: ReactNode;
  back?: { to: string; text: string };
  actions?: ReactNode;
  children: ReactNode;
}

/** One screen: title, focus on arrival, way back. */
export function Page({ title, tabTitle, heading, lead, back, actions, children }: Props) {
  const { t } = useTexts();
  const top = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${tabTitle ?? title} · ${t('app.name')}`;
  }, [title, tabTitle, t]);
  useEffect(() => {
    top.current?.focus();
  }, [pathname]);
  return (
    <Stack gap="lg">
      <div>
        {back !== undefined && (
          <Anchor component={Link} to={back.to} size="sm" className="hifazat-back">
            <span aria-hidden="true" className="hifazat-arrow">←</span> {back.text}
          </Anchor>
        )}
        <Group justify="space-between" align="flex-end" gap="md">
          <div>
            <Title order={1} size="h2" tabIndex={-1} ref={top}>{heading ?? <Unbroken text={title} />}</Title>
            {lead !== undefined && <Text c="dimmed" mt={4}>{lead}</Text>}
          </div>
          {actions !== undefined && <Group gap="sm">{actions}</Group>}
        </Group>
      </div>
      {children}
    </Stack>
  );
}
