import type { DirectoryService, Named } from '../api/types.ts';
import type { ConsentStanding, OutsideRecipient } from '../consent/types.ts';

/** Who is asked: a service of the directory, or somebody a consent names and no directory has; their agency is ''. */
export interface Asked extends Omit<DirectoryService, 'name'> {
  name: Named | string;
  recipientId?: string;
}

export function askedOutside({ id, name, serviceType }: OutsideRecipient): Asked {
  return { id, recipientId: id, agencyId: '', category: serviceType, name, organization: { id, name }, districtCodes: [] };
}

/** The service or the recipient, as a request says it. */
export function whereTo(asked: Asked): { serviceId: string } | { recipientId: string } {
  return asked.recipientId === undefined ? { serviceId: asked.id } : { recipientId: asked.recipientId };
}

/** To whom consent to sharing is given. */
export function sharedWith(asked: Asked): Pick<ConsentStanding, 'agencyId' | 'recipientId'> {
  return asked.recipientId === undefined ? { agencyId: asked.agencyId } : { recipientId: asked.recipientId };
}
