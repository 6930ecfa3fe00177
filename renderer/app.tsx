import { useColorScheme } from '@mui/material/styles'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { assertNever } from '../shared/assert-never.ts'
import type { Output } from '../shared/contract/contract.ts'
import { healthQueues } from '../shared/contract/health-requests.ts'
import { usePreferences, useStatus, useWhoAmI } from './api/queries.ts'
import { usePermission } from './api/use-permission.ts'
import { ChartPage } from './chart/chart-page.tsx'
import { ComparePage } from './compare/compare-page.tsx'
import { MergePage } from './compare/merge-page.tsx'
import { ThenAndNowPage } from './compare/then-and-now-page.tsx'
import { DeletedGroupsPage } from './groups/deleted-groups-page.tsx'
import { GroupPage } from './groups/group-page.tsx'
import { GroupsPage } from './groups/groups-page.tsx'
import { NewGroupPage } from './groups/new-group-page.tsx'
import { HealthPage } from './health/health-page.tsx'
import { QueuePage } from './health/queue-page.tsx'
import { HistoryPage } from './history/history-page.tsx'
import { TransactionPage } from './history/transaction-page.tsx'
import { useActivity } from './lock/use-activity.ts'
import { useLockCommand } from './lock/use-lock.ts'
import { LeaveDialog } from './navigation/leave-dialog.tsx'
import { places } from './navigation/places.ts'
import { useGuardedLocation } from './navigation/use-location.ts'
import { CopyUserPage, NewUserPage } from './profile/new-user-page.tsx'
import { ProfilePage } from './profile/profile-page.tsx'
import { RolesPage } from './roles/roles-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { MissingPage } from './shell/missing-page.tsx'
import { Opening } from './shell/opening.tsx'
import { Shell } from './shell/shell.tsx'
import { useChosenCommands } from './shell/use-chosen-commands.ts'
import { ChangePasswordPage } from './start/change-password-page.tsx'
import { ClosedDirectory } from './start/closed-directory.tsx'
import { CreateDirectoryPage } from './start/create-directory-page.tsx'
import { TroublePage } from './start/trouble-page.tsx'
import { WelcomePage } from './start/welcome-page.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { FailureAlert } from './ui/failure-alert.tsx'
import { BulkEditPage } from './users/bulk/bulk-edit-page.tsx'
import { PastePage } from './users/bulk/paste-page.tsx'
import { DeletedUsersPage } from './users/deleted-users-page.tsx'
import { UsersPage } from './users/users-page.tsx'

// The guide is read seldom, so that no start waits for it.
const HelpPage = lazy(async () => ({ default: (await import('./help/help-page.tsx')).HelpPage }))

/** What there is to see follows from how the directory stands. */
export function App() {
  useTheme()
  const { data: status, error } = useStatus()
  const [creating, setCreating] = useState<Output<'directoryStatus'> | null>(null)
  const created = useCallback(() => setCreating(null), [])
  useActivity(status?.state === 'open')
  useChosenCommands()
  // The page with the recovery key stays when the directory opens behind it.
  if (creating) return <CreateDirectoryPage status={creating} onEnd={created} />
  if (error) return <FailureAlert error={error} />
  if (!status) return <Opening />
  switch (status.state) {
    case 'none':
      return <WelcomePage status={status} onCreate={() => setCreating(status)} />
    case 'damaged':
    case 'locked':
      return <ClosedDirectory status={status} />
    case 'open':
      return <OpenDirectory status={status} />
    default:
      return assertNever(status.state)
  }
}

function OpenDirectory({ status }: { readonly status: Output<'directoryStatus'> }) {
  const { data: me, error } = useWhoAmI()
  const [reading, setReading] = useState(false)
  const mayBringBack = usePermission('directory.backup')
  useLockCommand()
  if (error) return <FailureAlert error={error} />
  if (!me) return null
  if (me.mustChangePassword) return <ChangePasswordPage me={me} dataFolder={status.dataFolder} />
  // What damage there is shows only to who holds the keys.
  if (status.readOnly?.reason === 'damaged' && !reading)
    return (
      <TroublePage status={status} onRead={() => setReading(true)} mayBringBack={mayBringBack} />
    )
  return (
    <Router hook={useGuardedLocation}>
      <Shell>
        <ErrorBoundary>
          <Switch>
            <Route path={places.users} component={UsersPage} />
            <Route path={places.newUser}>
              <NewUserPage />
            </Route>
            <Route path="/users/new/:id">
              {({ id }) => <CopyUserPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path={places.editUsers} component={BulkEditPage} />
            <Route path={places.pasteUsers} component={PastePage} />
            <Route path="/users/:id/edit">
              {({ id }) => <ProfilePage key={id} id={decodeURIComponent(id)} editing />}
            </Route>
            <Route path="/users/:id">
              {({ id }) => <ProfilePage key={id} id={decodeURIComponent(id)} editing={false} />}
            </Route>
            <Route path={places.groups} component={GroupsPage} />
            <Route path={places.newGroup} component={NewGroupPage} />
            <Route path={places.deletedGroups} component={DeletedGroupsPage} />
            <Route path="/groups/:id/edit">
              {({ id }) => <GroupPage key={id} id={decodeURIComponent(id)} editing />}
            </Route>
            <Route path="/groups/:id">
              {({ id }) => <GroupPage key={id} id={decodeURIComponent(id)} editing={false} />}
            </Route>
            <Route path={places.chart}>
              <ChartPage />
            </Route>
            <Route path="/chart/:id">
              {({ id }) => <ChartPage topId={decodeURIComponent(id)} />}
            </Route>
            <Route path={places.roles}>
              <RolesPage />
            </Route>
            <Route path="/roles/:id">
              {({ id }) => <RolesPage roleId={decodeURIComponent(id)} />}
            </Route>
            <Route path={places.deletedUsers} component={DeletedUsersPage} />
            <Route path={places.health} component={HealthPage} />
            {healthQueues.map((queue) => (
              <Route key={queue} path={places.healthQueue(queue)}>
                <QueuePage queue={queue} />
              </Route>
            ))}
            <Route path={places.history}>
              <HistoryPage />
            </Route>
            <Route path="/history/users/:id">
              {({ id }) => <HistoryPage key={id} about={{ userId: decodeURIComponent(id) }} />}
            </Route>
            <Route path="/history/groups/:id">
              {({ id }) => <HistoryPage key={id} about={{ groupId: decodeURIComponent(id) }} />}
            </Route>
            <Route path="/history/entries/:id">
              {({ id }) => <TransactionPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/compare/:id/at/:transactionId">
              {({ id, transactionId }) => (
                <ThenAndNowPage
                  key={`${id}/${transactionId}`}
                  id={decodeURIComponent(id)}
                  transactionId={decodeURIComponent(transactionId)}
                />
              )}
            </Route>
            <Route path="/compare/:one/:other">
              {({ one, other }) => (
                <ComparePage one={decodeURIComponent(one)} other={decodeURIComponent(other)} />
              )}
            </Route>
            <Route path="/merge/:kept/:other">
              {({ kept, other }) => (
                <MergePage
                  key={`${kept}/${other}`}
                  keptId={decodeURIComponent(kept)}
                  otherId={decodeURIComponent(other)}
                />
              )}
            </Route>
            <Route path={places.settings}>
              <SettingsPage />
            </Route>
            <Route path={places.about}>
              <SettingsPage about />
            </Route>
            <Route path={places.help}>
              <Help />
            </Route>
            <Route path="/help/*">{({ 0: page }) => <Help page={page} />}</Route>
            <Route path="/">
              <Redirect to={places.users} replace />
            </Route>
            <Route>
              <MissingPage />
            </Route>
          </Switch>
        </ErrorBoundary>
      </Shell>
      <LeaveDialog />
    </Router>
  )
}

function Help({ page }: { readonly page?: string | undefined }) {
  return (
    <Suspense fallback={null}>
      <HelpPage {...(page ? { page } : {})} />
    </Suspense>
  )
}

function useTheme() {
  const { data: preferences } = usePreferences()
  const { setMode } = useColorScheme()
  const mode = preferences?.theme
  useEffect(() => {
    if (mode) setMode(mode)
  }, [mode, setMode])
}
