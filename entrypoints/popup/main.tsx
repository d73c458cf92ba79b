import { render } from 'preact'
import { startPage } from '../../components/start-page'
import { ContextApp } from './ContextApp'
import './popup.css'

startPage('popup', (root) => render(<ContextApp follow={false} />, root))
