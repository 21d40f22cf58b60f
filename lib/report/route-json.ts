import type { RouteReport } from './route-report';

/** Where alerts go, for programs; `schemas/route.v1.schema.json` describes it. */
export function routeJson(report: RouteReport): string[] {
  return [`${JSON.stringify(report, null, 2)}\n`];
}
