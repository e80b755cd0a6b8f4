import type { DirectoryService, Named } from '../api/types.ts';
import type { ConsentStanding } from '../consent/types.ts';

/** Who is asked: a service of the directory, or somebody a consent names and no directory has; their agency is ''. */
export interface Asked extends Omit<DirectoryService, 'name'> {
  name: Named | string;
  recipientId?: string;
}

/** To whom consent to sharing is given. */
export function sharedWith(asked: Asked): Pick<ConsentStanding, 'agencyId' | 'recipientId'> {
  return asked.recipientId === undefined ? { agencyId: asked.agencyId } : { recipientId: asked.recipientId };
}
