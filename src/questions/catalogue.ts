import { application } from './application.ts';
import { basics, component } from './basics.ts';
import { connections } from './connections.ts';
import { delivery } from './delivery.ts';
import { exposureTopic } from './exposure.ts';
import { health } from './health.ts';
import { identityTopic } from './identity.ts';
import { fill } from './placeholders.ts';
import { process } from './process.ts';
import type { Catalogue } from './question.ts';
import { quotaTopic } from './quota.ts';
import { resources } from './resources.ts';
import { scale } from './scale.ts';
import { scheduleTopic } from './schedule.ts';
import { settings } from './settings.ts';
import { type Request, type Settled, settle } from './settle.ts';
import { storage } from './storage.ts';
import { tlsTopic } from './tls.ts';

/** Everything that can be decided, in the order in which it is: a rule sees only what stands above it. */
export const catalogue: Catalogue = {
  application: [application],
  component: [
    basics,
    scheduleTopic,
    storage,
    scale,
    exposureTopic,
    tlsTopic,
    connections,
    identityTopic,
    process,
    health,
    settings,
    resources,
  ],
  whole: [quotaTopic, delivery],
};

const interpreter = { naming: component, fill };

/** Settles a request by the catalogue. */
export const settled = (request: Request): Settled => settle(catalogue, request, interpreter);

/** What the main component of a request is called, without settling more than that takes. */
export const mainNameOf = (request: Request): string | undefined =>
  settle({ application: catalogue.application, component: [basics], whole: [] }, request, interpreter).components[0]?.known.get(component);
