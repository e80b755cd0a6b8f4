import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../i18n/text.ts';
import { qrOf, type Modules } from './qr.ts';

interface Settings {
  serverUrl: string;
  username: string;
  password: string;
}

const QUIET = 4;

/**
 * What Collect reads from a code (docs.getodk.org/collect-import-export): settings as JSON, compressed by zlib, as base64.
 * Filled forms are sent at once and then leave the device.
 */
export async function collectCode({ serverUrl, username, password }: Settings): Promise<string> {
  const settings = {
    general: {
      protocol: 'odk_default',
      server_url: serverUrl,
      username,
      password,
      form_update_mode: 'match_exactly',
      autosend: 'wifi_and_cellular',
      delete_send: true,
    },
    admin: {},
    project: { name: 'Hifazat' },
  };
  const zlib = new CompressionStream('deflate');
  const writer = zlib.writable.getWriter();
  void writer.write(new TextEncoder().encode(JSON.stringify(settings)));
  void writer.close();
  const reader = zlib.readable.getReader();
  let bytes = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += String.fromCharCode(...part.value);
  return btoa(bytes);
}

/** The device's settings as a code for Collect to read, drawn here: the token goes nowhere else. */
export function CollectCode({ settings }: { settings: Settings }) {
  const { t } = useTexts();
  const code = useQuery({
    queryKey: ['collect-code', settings.username],
    queryFn: async () => qrOf(await collectCode(settings)),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (code.data === undefined) return null;
  return (
    <figure style={{ margin: 0 }}>
      <Drawing modules={code.data} label={t('devices.code')} />
      <figcaption><Text size="sm">{t('devices.code-text')}</Text></figcaption>
    </figure>
  );
}

/** Dark on light in either theme: cameras read it so. */
function Drawing({ modules, label }: { modules: Modules; label: string }) {
  const size = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} width="100%" style={{ maxWidth: '18rem', display: 'block' }} shapeRendering="crispEdges" data-testid="collect-code">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
