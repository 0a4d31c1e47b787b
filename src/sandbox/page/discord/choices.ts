/**
 * What a select or a command's option offers, when the server's people, roles and channels are the choices.
 */
import type { CommunityAnswer } from '../../page-contract.js'
import { type Choice, type Component, PART } from './native.js'

export function choicesOf(part: Component, community: CommunityAnswer): Choice[] {
  switch (part.type) {
    case PART.userSelect:
      return people(community)
    case PART.roleSelect:
      return roles(community)
    case PART.mentionableSelect:
      return [...people(community), ...roles(community)]
    case PART.channelSelect:
      return channels(community)
    default:
      return part.options ?? []
  }
}

export const people = (community: CommunityAnswer): Choice[] =>
  community.people.map((person) => ({ label: person.name, value: person.discord.id }))

export const roles = (community: CommunityAnswer): Choice[] =>
  community.roles.map((role) => ({ label: `@${role.name}`, value: role.id }))

export const channels = (community: CommunityAnswer): Choice[] =>
  community.groups
    .filter((group) => group.platform === 'discord')
    .map((group) => ({ label: `#${group.title}`, value: group.room }))
