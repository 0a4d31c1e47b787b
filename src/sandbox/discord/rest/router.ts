/** Finds the route of a request. */
import { noSuchRoute, wrongMethod } from '../api-error.js'
import type { Route } from './call.js'

export interface Match {
  route: Route
  params: Record<string, string>
}

export type Router = (method: string, path: string) => Match

/** 404 for a path of no route, 405 for one of another method. */
export function createRouter(routes: readonly Route[]): Router {
  const byLength = new Map<number, { route: Route; segments: string[] }[]>()
  for (const route of routes) {
    const segments = route.path.slice(1).split('/')
    byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), { route, segments }])
  }
  return (method, path) => {
    const given = path.slice(1).split('/')
    let otherMethod = false
    for (const { route, segments } of byLength.get(given.length) ?? []) {
      const params = match(segments, given)
      if (!params) continue
      if (route.method === method) return { route, params }
      otherMethod = true
    }
    throw otherMethod ? wrongMethod() : noSuchRoute()
  }
}

function match(segments: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decoded(value)
    else if (segment !== value) return undefined
  }
  return params
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
