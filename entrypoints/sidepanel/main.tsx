import { render } from 'preact'
import { startPage } from '../../components/start-page'
import { ContextApp } from '../popup/ContextApp'
import './sidepanel.css'

startPage('sidepanel', (root) => render(<ContextApp follow />, root))
