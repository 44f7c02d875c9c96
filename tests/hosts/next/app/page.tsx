import { App } from '../../react/App';

export default function Page() {
  return <App />;
}
