import { targetCells } from '../../report/target-cells';
import { isSecretName } from '../parts';
import { type Chain, LinkStatus, type PictureTarget } from '../picture';
import { statusText } from '../words';
import { type Html, html, NOTHING } from './html';

/** How many targets of one monitor are listed in full. */
const LISTED = 200;

/** The targets of a chain with their final labels. */
export function targetsTable({ parts, monitor, prometheuses }: Chain, isOpen: boolean): Html {
  const targets = parts.flatMap((part) => part.targets);
  if (targets.length === 0) {
    return NOTHING;
  }
  const isScraped = targets.every(({ status }) => status === LinkStatus.WHOLE);
  const what = `${targets.length} target${targets.length === 1 ? '' : 's'}`;
  const summary = isScraped ? `${what} with final labels` : `${what} that there would be, with final labels`;
  const rest = targets.length - LISTED;
  return html`<details class="targets"${isOpen ? OPEN : NOTHING}><summary>${summary}</summary>
<table><caption>Targets of ${monitor.kind} ${monitor.namespace}/${monitor.name}</caption>
<thead><tr><th scope="col">Scraped</th><th scope="col">Address</th><th scope="col">By</th><th scope="col">Labels of all its samples</th></tr></thead>
<tbody>${targets.slice(0, LISTED).map((one) => row(one, prometheuses.includes(one.target.prometheus) ? one.target.prometheus : 'not known'))}</tbody></table>
${rest > 0 ? html`<p>${rest} more are not listed; <code>cdk8s-prometheus targets</code> lists them all.</p>` : NOTHING}</details>`;
}

const OPEN = html` open`;

function row({ target, status }: PictureTarget, prometheus: string): Html {
  const params = Object.fromEntries(
    Object.entries(target.params).map(([name, values]) => [name, isSecretName(name) ? values.map(() => '…') : values]),
  );
  const [, , service, workload, , , scheme, path, interval] = targetCells({ ...target, params });
  const isAddress = target.address !== undefined;
  const address = `${scheme}://${target.address ?? target.labels.instance ?? ''}${path}`;
  const labels = Object.keys(target.labels).sort();
  const sign = status === LinkStatus.WHOLE ? '✓' : status === LinkStatus.BROKEN ? '✕' : '?';
  return html`<tr class="${status}"><td data-label="Scraped">${sign} ${statusText(status)}</td><th scope="row" data-label="Address"><code>${address}</code><span class="small">${[isAddress && target.workload === null ? '' : workload, service === '-' ? '' : `Service ${service}`, `every ${interval}`].filter((text) => text !== '' && text !== '-').join(', ')}</span></th><td data-label="By">${prometheus}</td><td data-label="Labels"><ul class="labels">${labels.map(
    (name) => html`<li><code>${name}="${target.labels[name]}"</code></li>`,
  )}</ul></td></tr>`;
}
