import { Outlet } from 'react-router'

export default function Studio() {
  return <Outlet />
}
